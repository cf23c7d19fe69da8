#include "report/factor_tables.hpp"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "report/csv_text.hpp"
#include "report/reading_json.hpp"
#include "report/strings.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

/// Stands for the sum of several pools.
constexpr const char* all_pools = "all";

struct FactorRow {
    std::string factors;
    std::string stratum;
    PoolDensity pool;
};

std::vector<FactorRow> factor_rows(const AuditCase& audit) {
    std::vector<FactorRow> rows;
    for (const CarbonTable& set : audit.factor_sets) {
        for (const auto& [stratum, stock] : set.stocks) {
            for (const PoolDensity& pool : stock.pools())
                rows.push_back({set.name, stratum, pool});
            if (stock.pools().size() == 1) continue;
            rows.push_back({set.name,
                            stratum,
                            {all_pools, stock.density(), stock.standard_error(), stock.source(), stock.plot_totals()}});
        }
    }
    return rows;
}

/// How many plots a density is the mean of; nothing where it is given as it is, or its pools come from different plots.
std::optional<std::size_t> plots_of(const FactorRow& row) {
    return row.pool.plots.empty() ? std::nullopt : std::optional(row.pool.plots.size());
}

}  // namespace

std::string factors_csv(const AuditCase& audit) {
    CsvText csv({"factors", "stratum", "pool", "carbon_tC_per_ha", "standard_error_tC_per_ha", "plots", "factor_source",
                 "label"});
    const std::string label = label_text(english(), audit, {Entered::factors});
    for (const FactorRow& row : factor_rows(audit)) {
        const auto plots = plots_of(row);
        csv.add({row.factors, row.stratum, row.pool.pool, shortest(row.pool.density.value()),
                 number_field(row.pool.standard_error), plots ? std::to_string(*plots) : "", row.pool.source, label});
    }
    return csv.text();
}

nlohmann::ordered_json factors_json(const AuditCase& audit) {
    using Json = nlohmann::ordered_json;
    Json rows = Json::array();
    for (const FactorRow& row : factor_rows(audit)) {
        const auto plots = plots_of(row);
        rows.push_back({{"factors", row.factors},
                        {"stratum", row.stratum},
                        {"pool", row.pool.pool},
                        {"carbon_tC_per_ha", row.pool.density.value()},
                        {"standard_error_tC_per_ha", json_number(row.pool.standard_error)},
                        {"plots", plots ? Json(*plots) : Json(nullptr)},
                        {"factor_source", row.pool.source}});
    }
    return rows;
}

}  // namespace reddline::report
