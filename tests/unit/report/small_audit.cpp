#include "unit/report/small_audit.hpp"

#include <chrono>

namespace reddline::report {

AuditCase small_audit() {
    using std::chrono::year;
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"crops", StratumKind::non_forest});
    return {.title = "Small",
            .label = "a test",
            .release = "v1.8",
            .codes = {LossYear{2001}, LossYear{2020}},
            .forest = {.canopy_pct = 30},
            .canopy_sweep = {},
            .maps = {{"map", 2017, StrataRole::baseline, legend}},
            .zones = {{{"park", ZoneRole::project, "park", ""}, 1, 0, {100, 100 * cm2_per_ha}, 0}},
            .crosstabs = {},
            .factor_sets = {CarbonTable{"carbon.csv", {}}},
            .transitions = {},
            .references = {{"rate-of-forest", LossRate{0.1, RateBase::forest, "a test"}}},
            .monitoring = MonitoringPeriod{year{2019} / 1 / 1, year{2020} / 12 / 31},
            .deductions = {},
            .declared_areas = {},
            .claim = {},
            .sample = {},
            .limits = {}};
}

Reading small_reading() {
    Reading reading;
    reading.strata_map = 0;
    reading.forest = {.canopy_pct = 30};
    reading.reference = 0;
    return reading;
}

}  // namespace reddline::report
