#include "report/figure_parts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace reddline::report {

namespace {

constexpr double name_height = 20.0;
constexpr double bar_height = 14.0;
constexpr double bar_step = 17.0;
constexpr double row_gap = 10.0;
constexpr double most_full = 0.86;  // share of the width beyond which a label has no room

/// A label behind the end of a bar, or before it where the end lies far to the right.
Label label_of(const RowBar& bar, const Axis& axis, double y) {
    const double end = std::max(bar.from, bar.to);
    const bool has_room = (end - axis.from) / (axis.to - axis.from) < most_full;
    return {has_room ? end : std::min(bar.from, bar.to), y, bar.label, !has_room, false};
}

/// Widens the axis where a label has no room on either side of its bar.
Axis with_room(Axis axis, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        for (const RowBar& bar : row.bars) {
            const double range = axis.to - axis.from;
            const bool is_full = (std::max(bar.from, bar.to) - axis.from) / range >= most_full &&
                                 (std::min(bar.from, bar.to) - axis.from) / range < 0.2;
            if (is_full && !bar.label.empty()) axis.to = axis.from + range * 1.28;
        }
    }
    return axis;
}

}  // namespace

const nlohmann::ordered_json* entry_of(const nlohmann::ordered_json& list, const std::string& zone) {
    const auto found = std::ranges::find_if(
        list, [&](const auto& entry) { return entry.at("zone").template get<std::string>() == zone; });
    return found == list.end() ? nullptr : &*found;
}

Panel row_panel(const std::vector<Row>& rows, const Axis& axis) {
    Panel panel;
    panel.x = with_room(axis, rows);
    double y = 0.0;
    for (const Row& row : rows) {
        panel.labels.push_back({panel.x.from, y + name_height / 2.0, row.name, false, true});
        y += name_height;
        for (const RowBar& bar : row.bars) {
            panel.bars.push_back({bar.from, bar.to, y, y + bar_height, bar.series, bar.says});
            if (!bar.label.empty()) panel.labels.push_back(label_of(bar, panel.x, y + bar_height / 2.0));
            if (!row.in_one_line) y += bar_step;
        }
        y += row.in_one_line ? bar_step + row_gap : row_gap;
    }
    panel.y = {y, 0.0, {}, ""};
    panel.bottom = axis.title.empty() ? 24.0 : 42.0;
    panel.height = panel_top + y + panel.bottom;
    if (axis.from < 0.0) panel.rules.push_back({0.0, 0.0, 0.0, y, false});
    return panel;
}

}  // namespace reddline::report
