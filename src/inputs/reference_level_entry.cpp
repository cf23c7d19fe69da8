#include "inputs/reference_level_entry.hpp"

#include <optional>
#include <string>
#include <utility>

#include "inputs/entry_names.hpp"
#include "inputs/history_entry.hpp"
#include "inputs/national_entry.hpp"

namespace reddline::inputs {

namespace {

/// Collects sources and keeps their names apart.
class Sources {
public:
    /// Adds a source under the name that its entry gives, else under `default_name`.
    void add(const TomlTable& entry, const std::string& default_name, decltype(ReferenceSource::rule) rule) {
        const auto name = entry.find("name");
        std::string given = name ? names_.take(*name) : default_name;
        if (!name) names_.take_default(default_name, entry);
        sources_.push_back({std::move(given), std::move(rule)});
    }
    [[nodiscard]] std::vector<ReferenceSource> taken() && { return std::move(sources_); }

private:
    EntryNames names_;
    std::vector<ReferenceSource> sources_;
};

LossRate read_rate(const TomlTable& rate) {
    rate.expect_keys({"value", "base", "source"}, {"name", "standard_error"});
    const double share_per_year = rate.at("value").number(0.0, 1.0);
    const bool of_forest = rate.at("base").choice({"forest", "territory"}) == "forest";
    const auto error = rate.find("standard_error");
    return {share_per_year, of_forest ? RateBase::forest : RateBase::territory, rate.at("source").text(),
            error ? std::optional(error->number(0.0, 1.0)) : std::nullopt};
}

/// The fields of a key that holds one table or a list of them; none when the level has no such key.
std::vector<TomlField> entries_of(const TomlTable& level, const char* key) {
    const auto field = level.find(key);
    return field ? field->one_or_more() : std::vector<TomlField>{};
}

std::vector<ReferenceSource> read_sources(const TomlTable& level, const AuditFile& known) {
    Sources sources;
    if (level.find("transitions")) sources.add(level, "transitions", NationalTransitions{});
    for (const TomlField& field : entries_of(level, "rate")) {
        const LossRate rate = read_rate(field.table());
        sources.add(field.table(), "rate-of-" + std::string(to_string(rate.base())), rate);
    }
    if (const auto field = level.find("national")) {
        for (const NationalLevel& national : read_national(field->table(), known)) {
            sources.add(field->table(), "national-by-" + std::string(to_string(national.key)), national);
        }
    }
    for (const TomlField& field : entries_of(level, "history")) {
        const HistoryRule history = read_history(field, known, {"name"});
        const std::string whose = history.zone.empty() ? "own-zone" : history.zone;
        sources.add(field.table(), "history-of-" + whose, history);
    }
    return std::move(sources).taken();
}

}  // namespace

std::optional<ReferenceLevelEntry> read_reference_level(const TomlTable& audit_file, const AuditFile& known) {
    const auto section = audit_file.find("reference_level");
    if (!section) return std::nullopt;
    const TomlTable level = section->table();
    level.expect_keys({}, {"transitions", "classes", "rate", "national", "history"});
    ReferenceLevelEntry entry;
    entry.transitions = level.text_or_empty("transitions");
    if (const auto classes = level.find("classes")) {
        if (entry.transitions.empty()) classes->fail("no classes without transitions", "remove the key");
        entry.classes = classes->text();
    }
    entry.sources = read_sources(level, known);
    if (entry.sources.empty()) {
        level.fail(
            "expected at least one of transitions, rate, national, history in reference_level, found none; add one");
    }
    return entry;
}

}  // namespace reddline::inputs
