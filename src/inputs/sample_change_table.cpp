#include "inputs/sample_change_table.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/known_stratum.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

std::string read_class(const CsvTable& table, std::size_t row, const std::vector<std::string>& classes) {
    const std::string& name = table.filled(row, "class");
    if (std::ranges::find(classes, name) != classes.end()) return name;
    table.fail(row, "class", "a class of the sample (the nearest is " + in_quotes(nearest_name(name, classes)) + ")");
}

SampledChange read_change(const CsvTable& table, std::size_t row, const AuditCase& audit,
                          const SampleEstimates& estimates) {
    SampledChange change{read_class(table, row, estimates.classes), read_known_stratum(table, row, "from", audit),
                         std::nullopt};
    if (audit.kind_of(change.from) != StratumKind::forest) {
        table.fail(row, "from", "a stratum that is forest, because the class is loss of it");
    }
    if (table.has("to") && !table.text(row, "to").empty()) change.to = read_known_stratum(table, row, "to", audit);
    return change;
}

}  // namespace

std::vector<SampledChange> parse_sample_changes(std::string_view text, const std::string& name, const AuditCase& audit,
                                                const SampleEstimates& estimates) {
    const CsvTable table{text, name};
    table.expect_columns({"class", "from"}, {"to"});
    std::vector<SampledChange> changes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        SampledChange change = read_change(table, row, audit, estimates);
        if (std::ranges::find(changes, change.name, &SampledChange::name) != changes.end()) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every class once, found " + in_quotes(change.name) +
                            " again; the sample does not say how its area is shared among forest types");
        }
        changes.push_back(std::move(change));
    }
    if (changes.empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one");
    }
    return changes;
}

}  // namespace reddline::inputs
