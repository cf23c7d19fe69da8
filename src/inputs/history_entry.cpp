#include "inputs/history_entry.hpp"

#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

HistoryScale read_scale(const TomlTable& history) {
    const auto zone = history.find("zone");
    const auto scale = history.find("scale");
    if (scale && !zone) scale->fail("no scale without zone", "remove the key, or name the zone whose history it is");
    if (!zone) return HistoryScale::none;
    const bool as_it_is = scale && scale->choice({"forest-area", "none"}) == "none";
    return as_it_is ? HistoryScale::none : HistoryScale::forest_area;
}

}  // namespace

HistoryRule read_history(const TomlField& field, const AuditFile& known, const std::vector<std::string>& further_keys) {
    const TomlTable history = field.table();
    std::vector<std::string> optional{"zone", "scale"};
    optional.insert(optional.end(), further_keys.begin(), further_keys.end());
    history.expect_keys({"start", "end"}, optional);
    const auto zone = history.find("zone");
    const std::string zone_name = zone ? read_zone_name(*zone, known) : std::string{};
    const TomlField first = history.at("start");
    const TomlField last = history.at("end");
    const int start = first.whole(1, last_year_of_dates);
    const int end = last.whole(1, last_year_of_dates);
    const auto period = made_at(field, [&] { return ReferencePeriod{LossYear{start}, LossYear{end}}; });
    expect_year_covered(first, start, known.loss);
    expect_year_covered(last, end, known.loss);
    return {zone_name, period, read_scale(history)};
}

void expect_year_covered(const TomlField& field, int year, const std::optional<LossEntry>& loss) {
    if (!loss || loss->codes.code_of(LossYear{year})) return;
    const std::string first = std::to_string(loss->codes.first().value());
    const std::string last = std::to_string(loss->codes.last().value());
    throw Error(ErrorCode::period_outside, field.place(),
                "expected a year of the loss product, " + first + " to " + last + ", found " + std::to_string(year) +
                    "; shorten the period, or use a release that covers it");
}

}  // namespace reddline::inputs
