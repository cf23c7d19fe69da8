#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// What is drawn in one colour.
struct Series {
    std::string name;    ///< as the legend says it; empty = not in the legend
    std::string colour;  ///< such as "#0072b2"
};

/// A place on an axis that has a label.
struct Tick {
    double value = 0.0;
    std::string label;
};

/// One axis of a panel; without ticks it is not drawn.
struct Axis {
    double from = 0.0;  ///< at the left, or at the bottom
    double to = 1.0;
    std::vector<Tick> ticks;
    std::string title;
};

/// A bar from one corner to the other.
struct Bar {
    double x1 = 0.0;
    double x2 = 0.0;
    double y1 = 0.0;
    double y2 = 0.0;
    std::size_t series = 0;
    std::string says;  ///< what a reader who points at it is told; empty = nothing
};

/// A dot; the n-th of a figure is the n-th row of its numbers.
struct Dot {
    double x = 0.0;
    double y = 0.0;
    std::size_t series = 0;
};

/// Text at a place; a label to the right of it where `at_end` is false, else to the left.
struct Label {
    double x = 0.0;
    double y = 0.0;
    std::string text;
    bool at_end = false;
    bool is_heading = false;
};

/// A thin line between two places.
struct Rule {
    double x1 = 0.0;
    double y1 = 0.0;
    double x2 = 0.0;
    double y2 = 0.0;
    bool is_dashed = false;
};

/// One drawing with its two axes; marks stand in the units of the axes.
struct Panel {
    double height = 300.0;  ///< of the drawing, its margins included
    double left = 16.0;     ///< margins
    double bottom = 40.0;
    Axis x;
    Axis y;
    std::vector<Bar> bars;
    std::vector<Dot> dots;
    std::vector<Rule> rules;
    std::vector<Label> labels;
};

/// A figure: drawings one below the other, what they say in words, and their numbers.
struct Figure {
    std::string key;  ///< of the section that it belongs to
    std::string project;
    std::string title;
    std::string says;                ///< the text alternative
    std::vector<std::string> notes;  ///< what a reader must know, below the figure
    std::vector<Series> series;
    std::vector<Panel> panels;
    PlainTable numbers;
};

/// Margins of every panel that do not differ.
inline constexpr double panel_top = 22.0;
inline constexpr double panel_right = 30.0;

/// An axis from 0, or from below it, that holds both values, with about five round ticks.
[[nodiscard]] Axis round_axis(const Strings& say, double lowest, double highest, const std::string& title);

}  // namespace reddline::report
