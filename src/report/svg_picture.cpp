#include "report/svg_picture.hpp"

#include <algorithm>
#include <cmath>

#include "domain/number_text.hpp"
#include "report/html_text.hpp"

namespace reddline::report {

namespace {

constexpr double dot_radius = 2.0;
constexpr double label_gap = 4.0;
/// Sets a label off from the bar that it may lie on.
constexpr const char* legible = " paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\"";

/// A length in a picture, to a tenth: finer is not seen.
std::string length(double value) {
    return shortest(std::round(value * 10.0) / 10.0 + 0.0);
}

/// An attribute with a length, such as ` x="1.5"`.
std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + length(value) + "\"";
}

/// Where the places of a panel's axes lie in the picture.
class Place {
public:
    Place(const Panel& panel, double top) : panel_{panel}, top_{top} {}

    [[nodiscard]] double x(double value) const { return left() + share(panel_.x, value) * (right() - left()); }
    [[nodiscard]] double y(double value) const { return bottom() - share(panel_.y, value) * (bottom() - top()); }
    [[nodiscard]] double left() const { return panel_.left; }
    [[nodiscard]] static double right() { return picture_width - panel_right; }
    [[nodiscard]] double top() const { return top_ + panel_top; }
    [[nodiscard]] double bottom() const { return top_ + panel_.height - panel_.bottom; }

private:
    static double share(const Axis& axis, double value) { return (value - axis.from) / (axis.to - axis.from); }

    const Panel& panel_;
    double top_;
};

std::string line(double x1, double y1, double x2, double y2, const char* style) {
    return "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) + style +
           "/>";
}

std::string text_at(double x, double y, const std::string& text, const char* anchor, const char* style = "") {
    return "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + anchor + "\"" + style + ">" +
           html_text(text) + "</text>";
}

constexpr const char* grid_style = " stroke=\"#e3e6e8\"";
// Around marks that say something, so that pale ones stand out from the page.
constexpr const char* bar_outline = " stroke=\"#51606b\" stroke-width=\"0.75\"";
constexpr const char* muted = " fill=\"#51606b\"";

std::string x_axis(const Axis& axis, const Place& place) {
    std::string svg;
    for (const Tick& tick : axis.ticks) {
        const double x = place.x(tick.value);
        svg += line(x, place.top(), x, place.bottom(), grid_style) +
               text_at(x, place.bottom() + 16.0, tick.label, "middle", muted);
    }
    if (!axis.title.empty()) svg += text_at(Place::right(), place.bottom() + 33.0, axis.title, "end", muted);
    return svg;
}

std::string y_axis(const Axis& axis, const Place& place) {
    std::string svg;
    for (const Tick& tick : axis.ticks) {
        const double y = place.y(tick.value);
        svg += line(place.left(), y, Place::right(), y, grid_style) +
               text_at(place.left() - 6.0, y + 4.0, tick.label, "end", muted);
    }
    if (!axis.title.empty()) svg += text_at(4.0, place.top() - 8.0, axis.title, "start", muted);
    return svg;
}

std::string titled(const std::string& shape, const std::string& name, const std::string& says) {
    if (says.empty()) return shape + "/>";
    return shape + "><title>" + html_text(says) + "</title></" + name + ">";
}

std::string bar_shape(const Bar& bar, const Place& place, const std::vector<Series>& series) {
    const double x = std::min(place.x(bar.x1), place.x(bar.x2));
    const double y = std::min(place.y(bar.y1), place.y(bar.y2));
    const std::string shape = "<rect" + attribute("x", x) + attribute("y", y) +
                              attribute("width", std::abs(place.x(bar.x2) - place.x(bar.x1))) +
                              attribute("height", std::abs(place.y(bar.y2) - place.y(bar.y1))) + " fill=\"" +
                              html_text(series.at(bar.series).colour) + "\"" + (bar.says.empty() ? "" : bar_outline);
    return titled(shape, "rect", bar.says);
}

std::string dot_shape(const Dot& dot, const Place& place, const std::vector<Series>& series) {
    return "<circle" + attribute("cx", place.x(dot.x)) + attribute("cy", place.y(dot.y)) + attribute("r", dot_radius) +
           " fill=\"" + html_text(series.at(dot.series).colour) + "\"/>";
}

std::string label_shape(const Label& label, const Place& place) {
    const double gap = label.is_heading ? 0.0 : label_gap;
    return text_at(place.x(label.x) + (label.at_end ? -gap : gap), place.y(label.y) + 4.0, label.text,
                   label.at_end ? "end" : "start", label.is_heading ? " font-weight=\"600\"" : legible);
}

std::string panel_shapes(const Panel& panel, double top, const std::vector<Series>& series) {
    const Place place(panel, top);
    std::string svg = x_axis(panel.x, place) + y_axis(panel.y, place);
    for (const Bar& bar : panel.bars)
        svg += bar_shape(bar, place, series);
    for (const Rule& rule : panel.rules) {
        svg += line(place.x(rule.x1), place.y(rule.y1), place.x(rule.x2), place.y(rule.y2),
                    rule.is_dashed ? " stroke=\"#1b2730\" stroke-dasharray=\"5 3\"" : " stroke=\"#1b2730\"");
    }
    for (const Dot& dot : panel.dots)
        svg += dot_shape(dot, place, series);
    for (const Label& label : panel.labels)
        svg += label_shape(label, place);
    return svg;
}

}  // namespace

std::string svg_picture(const Figure& figure, const std::string& id) {
    std::string shapes;
    double height = 0.0;
    for (const Panel& panel : figure.panels) {
        shapes += panel_shapes(panel, height, figure.series);
        height += panel.height;
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + length(picture_width) + " " + length(height) +
           "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-says\" font-size=\"12\"><title id=\"" + id +
           "-title\">" + html_text(figure.title) + "</title><desc id=\"" + id + "-says\">" + html_text(figure.says) +
           "</desc>" + shapes + "</svg>";
}

}  // namespace reddline::report
