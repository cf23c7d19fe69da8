#include "report/biomass_tables.hpp"

#include <algorithm>
#include <optional>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/aligned_table.hpp"
#include "report/csv_text.hpp"
#include "report/strings.hpp"
#include "report/words.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr const char* hanging = "  ";

std::string type_name(const BiomassStratum& row) {
    return row.name.empty() ? english()("map.no_forest_type") : row.name;
}

std::string_view kind_name(StratumKind kind) {
    return kind == StratumKind::forest ? "forest" : "not forest";
}

double share_without_value(const BiomassSums& sums) {
    const auto without_cm2 = static_cast<double>(sums.forest().area_cm2 - sums.valued_cm2());
    return without_cm2 / static_cast<double>(sums.forest().area_cm2);
}

/// Why a row has no mean, no standard error or no factor; empty where it has all.
std::string note_of(const BiomassStratum& row) {
    if (!row.mean) return "no value: the biomass map has no data on this forest; no factor is made";
    std::string note;
    if (!row.mean->independent) {
        note = "no standard error: no standard deviation on " +
               grouped(hectares(row.sums.without_deviation_cm2()).value(), 1) + " ha";
    }
    if (!row.name.empty() && row.kind == StratumKind::forest) return note;
    return note + (note.empty() ? "" : "; ") + "no factor is made, since the map does not call it a forest type";
}

std::string cell(const std::optional<double>& value) {
    return value ? fixed(*value, 2) : "-";
}

PlainTable means_table(const BiomassReport& report) {
    PlainTable table{.head = {"forest type", "forest ha", "map pixels", "mean t/ha", "spread", "SE independent",
                              "SE correlated", "without value %"},
                     .rows = {}};
    for (const BiomassStratum& row : report.rows) {
        const auto& mean = row.mean;
        table.rows.push_back({type_name(row), grouped(hectares(row.sums.forest().area_cm2).value(), 1),
                              grouped(row.sums.map_pixels()), cell(mean ? std::optional(mean->agb) : std::nullopt),
                              cell(mean ? std::optional(mean->spatial_deviation) : std::nullopt),
                              cell(mean ? mean->independent : std::nullopt),
                              cell(mean ? mean->correlated : std::nullopt),
                              fixed(100.0 * share_without_value(row.sums), 1)});
    }
    return table;
}

}  // namespace

std::string biomass_csv(const AuditCase& audit, const BiomassReport& report) {
    CsvText csv({"strata", "stratum", "counts_as", "pixels", "area_ha", "biomass_pixels", "mean_agb_t_per_ha",
                 "spatial_sd_t_per_ha", "standard_error_independent_t_per_ha", "standard_error_correlated_t_per_ha",
                 "share_without_value", "note", "label"});
    for (const BiomassStratum& row : report.rows) {
        const Tally& forest = row.sums.forest();
        const auto& mean = row.mean;
        csv.add({report.strata, row.name, std::string(kind_name(row.kind)), std::to_string(forest.pixels),
                 shortest(hectares(forest.area_cm2).value()), std::to_string(row.sums.map_pixels()),
                 mean ? shortest(mean->agb) : "", mean ? shortest(mean->spatial_deviation) : "",
                 mean ? number_field(mean->independent) : "", mean ? number_field(mean->correlated) : "",
                 shortest(share_without_value(row.sums)), note_of(row), label_text(english(), audit, {})});
    }
    return csv.text();
}

std::string factor_table_csv(const CarbonTable& factors) {
    CsvText csv({"stratum", "pool", "carbon_tC_per_ha", "standard_error", "source"});
    for (const auto& [stratum, stock] : factors.stocks) {
        for (const PoolDensity& pool : stock.pools()) {
            csv.add(
                {stratum, pool.pool, shortest(pool.density.value()), number_field(pool.standard_error), pool.source});
        }
    }
    return csv.text();
}

std::string correlation_table_csv(const std::vector<InputCorrelation>& pairs) {
    CsvText csv({"input_a", "input_b", "rho"});
    for (const InputCorrelation& pair : pairs)
        csv.add({pair.one, pair.other, shortest(pair.coefficient)});
    return csv.text();
}

std::string biomass_text(const AuditCase& audit, const BiomassReport& report) {
    std::string text = audit.title + "\n";
    const std::string label = label_text(english(), audit, {});
    if (!label.empty()) text += wrapped("[" + label + "]", hanging);
    text += wrapped("Above-ground biomass of forest that stood after " + std::to_string(report.year) + ", " +
                        (report.strata.empty() ? "" : "by the forest types of " + report.strata + ", ") +
                        "in tonnes per hectare; " + report.source + ".",
                    hanging) +
            "\n" + aligned(means_table(report), hanging) + "\n";
    if (std::ranges::any_of(report.rows, [](const BiomassStratum& row) { return row.mean && row.mean->independent; })) {
        text += wrapped(
            "The standard error of a mean, as far as it comes from the errors that the map states, lies between the "
            "two: the "
            "first takes those of its pixels as independent, the second as fully correlated. Then all means err "
            "together, too: "
            "name correlation.csv in [uncertainty] beside factors_correlated.csv. The spread is not an error.",
            hanging);
    }
    for (const BiomassStratum& row : report.rows) {
        const std::string note = note_of(row);
        if (note.empty()) continue;
        text += wrapped("Note: " + type_name(row) + ": " + note + ".", hanging);
    }
    return text;
}

}  // namespace reddline::report
