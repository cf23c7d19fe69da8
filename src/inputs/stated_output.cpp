#include "inputs/stated_output.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "domain/number_text.hpp"
#include "domain/reading.hpp"
#include "inputs/count_basis.hpp"
#include "inputs/crosstab_table.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/run_record.hpp"

namespace reddline::inputs {

namespace {

using RowKey = std::tuple<std::string, std::string, int>;

/// Tables that an earlier run wrote: they follow from the pixels, not from what an audit file names.
constexpr std::array own_tables{"crosstab.csv", "pixels.csv", "zones.csv", "layer_findings.csv"};

/// The tables that the audit file of a run names.
std::vector<InputFile> tables_of(const Provenance& run) {
    std::vector<InputFile> tables;
    for (const InputFile& file : run.inputs) {
        const bool is_own = std::ranges::find(own_tables, file_name_of(file.path)) != own_tables.end();
        if (file.path.ends_with(".csv") && !is_own) tables.push_back(file);
    }
    return tables;
}

[[noreturn]] void fail_on_fact(const std::string& name, const std::string& fact) {
    throw Error(
        ErrorCode::crosstab_mismatch, name,
        "expected the fact " + fact + " among what the counts depend on, found none that can be used; run audit again");
}

const std::string& fact_of(const CountBasis& basis, const std::string& fact, const std::string& name) {
    const auto found = std::ranges::find(basis.facts, fact, &CountFact::name);
    if (found == basis.facts.end()) fail_on_fact(name, fact);
    return found->value;
}

LossYear year_of(const CountBasis& basis, const std::string& fact, const std::string& name) {
    const auto year = parse_integer(fact_of(basis, fact, name));
    if (!year || *year < 0 || *year > last_year_of_dates) fail_on_fact(name, fact);
    return LossYear{static_cast<int>(*year)};
}

int read_year(const CsvTable& table, std::size_t row) {
    const std::int64_t year = table.integer(row, "year");
    if (year < 0 || year > last_year_of_dates) table.fail(row, "year", "a calendar year");
    return static_cast<int>(year);
}

/// Rows of the loss route; further columns are not asked for.
template <class Take>
void for_each_loss(const CsvTable& table, const std::string& amount, Take take) {
    table.expect_columns({"zone", "route", "stratum", "year", amount}, table.columns());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text(row, "route") != to_string(Route::loss)) continue;
        take(RowKey{table.filled(row, "zone"), table.text(row, "stratum"), read_year(table, row)},
             table.number(row, amount));
    }
}

std::vector<StatedLoss> parse_losses(const OutputTexts& texts, const std::string& folder) {
    std::map<RowKey, double> emissions_tCO2e;
    for_each_loss(CsvTable{texts.emissions_csv, folder + "/emissions.csv"}, "emission_tCO2e",
                  [&](const RowKey& key, double emission_tCO2e) { emissions_tCO2e[key] += emission_tCO2e; });
    std::vector<StatedLoss> losses;
    for_each_loss(CsvTable{texts.activity_csv, folder + "/activity.csv"}, "area_ha",
                  [&](const RowKey& key, double area_ha) {
                      const auto& [zone, stratum, year] = key;
                      StatedLoss loss{zone, stratum, LossYear{year}, Hectares::of(area_ha), std::nullopt};
                      // Where nothing was lost the table of emissions has no row.
                      if (area_ha == 0.0) loss.emission = TonnesCO2e{};
                      const auto emitted = emissions_tCO2e.find(key);
                      if (emitted != emissions_tCO2e.end()) loss.emission = TonnesCO2e::of(emitted->second);
                      losses.push_back(loss);
                  });
    return losses;
}

}  // namespace

StatedOutput parse_stated_output(const OutputTexts& texts, const std::string& folder) {
    const Provenance run = parse_run_record(texts.run_json, folder + "/run.json");
    const std::string basis_name = folder + "/crosstab.json";
    const CountBasis basis = parse_count_basis(texts.crosstab_json, basis_name);
    return {.label = run.label,
            .default_reading = run.default_reading,
            .release = fact_of(basis, "loss.release", basis_name),
            .codes = {year_of(basis, "loss.first_year", basis_name), year_of(basis, "loss.last_year", basis_name)},
            .zones = parse_zones(texts.zones_csv, folder + "/zones.csv"),
            .facts = basis.facts,
            .tables = tables_of(run),
            .losses = parse_losses(texts, folder)};
}

}  // namespace reddline::inputs
