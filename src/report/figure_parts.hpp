#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "report/figure.hpp"

namespace reddline::report {

inline constexpr const char* colour_of_evidence = "#0072b2";   ///< what is observed or mapped
inline constexpr const char* colour_of_statement = "#e69f00";  ///< what is claimed or reported
inline constexpr const char* colour_of_expectation = "#a9c3d6";
inline constexpr const char* colour_of_no_forest = "#b7bec4";
inline constexpr const char* colour_of_ground = "#eef1f3";  ///< a span behind the marks

/// The entry of a list that speaks of a zone; null where there is none.
[[nodiscard]] const nlohmann::ordered_json* entry_of(const nlohmann::ordered_json& list, const std::string& zone);

/// A bar among the rows of a panel, along x.
struct RowBar {
    double from = 0.0;
    double to = 0.0;
    std::size_t series = 0;
    std::string label;  ///< behind its end
    std::string says;
};

/// A row: its name above its bars, which stand below each other, or in one line where they continue each other.
struct Row {
    std::string name;
    std::vector<RowBar> bars;
    bool in_one_line = false;
};

/// A panel of rows from top to bottom, along an axis in one unit.
[[nodiscard]] Panel row_panel(const std::vector<Row>& rows, const Axis& axis);

}  // namespace reddline::report
