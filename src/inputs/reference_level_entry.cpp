#include "inputs/reference_level_entry.hpp"

#include <string>

#include "inputs/nearest_name.hpp"
#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

LossRate read_rate(const TomlTable& rate) {
    rate.expect_keys({"value", "base", "source"}, {});
    const double share_per_year = rate.at("value").number(0.0, 1.0);
    const bool of_forest = rate.at("base").choice({"forest", "territory"}) == "forest";
    return {share_per_year, of_forest ? RateBase::forest : RateBase::territory, rate.at("source").text()};
}

HistoryRule read_history(const TomlField& field, const std::vector<ZoneEntry>& zones,
                         const std::optional<LossEntry>& loss) {
    const TomlTable history = field.table();
    history.expect_keys({"zone", "start", "end"}, {"scale"});
    const std::string zone = read_zone_name(history.at("zone"), zones);
    const int start = history.at("start").whole(1, last_year_of_dates);
    const int end = history.at("end").whole(1, last_year_of_dates);
    const auto period = made_at(field, [&] { return ReferencePeriod{LossYear{start}, LossYear{end}}; });
    expect_year_covered(history.at("start"), start, loss);
    expect_year_covered(history.at("end"), end, loss);
    const auto scale = history.find("scale");
    const bool as_it_is = scale && scale->choice({"forest-area", "none"}) == "none";
    return {zone, period, as_it_is ? HistoryScale::none : HistoryScale::forest_area};
}

void expect_one_form(const TomlTable& level) {
    std::vector<std::string> forms;
    for (const std::string& form : {std::string("transitions"), std::string("rate"), std::string("history")}) {
        if (level.find(form)) forms.push_back(form);
    }
    if (forms.size() == 1) return;
    level.fail("expected exactly one of transitions, rate, history in reference_level, found " +
               (forms.empty() ? "none; add one" : listed(forms) + "; keep one"));
}

}  // namespace

std::optional<ReferenceLevelEntry> read_reference_level(const TomlTable& audit_file,
                                                        const std::vector<ZoneEntry>& zones,
                                                        const std::optional<LossEntry>& loss) {
    const auto section = audit_file.find("reference_level");
    if (!section) return std::nullopt;
    const TomlTable level = section->table();
    level.expect_keys({}, {"transitions", "classes", "rate", "history"});
    expect_one_form(level);
    ReferenceLevelEntry entry;
    entry.transitions = level.text_or_empty("transitions");
    if (const auto classes = level.find("classes")) {
        if (entry.transitions.empty()) classes->fail("no classes without transitions", "remove the key");
        entry.classes = classes->text();
    }
    if (const auto rate = level.find("rate")) entry.rate = read_rate(rate->table());
    if (const auto history = level.find("history")) entry.history = read_history(*history, zones, loss);
    return entry;
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
