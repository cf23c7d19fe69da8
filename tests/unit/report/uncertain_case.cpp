#include "unit/report/uncertain_case.hpp"

namespace reddline::report {

AuditResult uncertain_result() {
    AuditResult results = worked_result();
    ZoneUncertainty zone;
    zone.zone = results.statements.front().zone;
    zone.spread.draws = 1000;
    zone.spread.quantiles = {TonnesCO2e::of(1350), TonnesCO2e::of(1000), TonnesCO2e::of(1700)};
    zone.spread.half_width_pct = 26.5;
    zone.spread.share_positive = 1.0;
    zone.convergence = {{1000, zone.spread.quantiles}};
    zone.inputs.push_back(
        {"evergreen/total", "carbon.csv", "tC/ha", 150.0, 15.0, DistributionFamily::normal, 150.0, 9.0, 1.0, 0.99});
    zone.unshared = 0.01;
    zone.correlations = {{"park: evergreen", "park: deciduous", -0.25, "sample"}};
    zone.confident = {{0.9, TonnesCO2e::of(1100.5), {1100}}};
    results.uncertainty.zones = {zone};
    results.uncertainty.deductions = {{zone.zone,
                                       {{"none", "no deduction for uncertainty", "", 0.0, {}, {1341}, {}, {}},
                                        {"VCS", "a rule", "a document", 6.79, 10.0, {1250}, {}, {}},
                                        {"TREES", "a rule", "a document", 8.26, {}, {1230}, {}, {}},
                                        {"FCPF", "a rule", "a document", 4.0, 30.0, {1287}, {}, {}}}}};
    results.fixed_inputs = {{zone.zone, "mapped loss in park", 4.0, "ha", "no sample"}};
    return results;
}

}  // namespace reddline::report
