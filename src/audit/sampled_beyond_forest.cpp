#include "audit/sampled_beyond_forest.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

/// Years of the sample that lie in the monitoring period, the first and the last as their part of it.
double years_in_period(const SampledYears& years, const MonitoringPeriod& period) {
    double sum = 0.0;
    for (int year = years.first.value(); year <= years.last.value(); ++year)
        sum += period.fraction_of(LossYear{year});
    return sum;
}

}  // namespace

Findings check_sampled_beyond_forest(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    if (!audit.sample || !audit.sample->shows_loss() || !audit.monitoring) return findings;
    const SampleEvidence& evidence = *audit.sample;
    const double years = years_in_period(*evidence.years, *audit.monitoring);
    for (const std::size_t zone : project_zones(audit)) {
        const Statement* const statement = statement_of(results, zone);
        if (statement == nullptr) continue;
        const std::string& name = audit.zones[zone].zone.name;
        for (const SampledLoss& loss : evidence.sums_in(name)) {
            if (!loss.area_ha.value) continue;
            const Hectares lost = years * evidence.yearly(*loss.area_ha.value);
            const Hectares forest = forest_at_start(*statement, loss.from);
            if (!is_more(lost, forest)) continue;
            const auto& error = loss.area_ha.standard_error;
            findings.push_back(
                {"sampled_beyond_forest", Severity::warning, name,
                 "The sample estimates more loss in a forest type than the zone holds of it.",
                 loss.from + ": estimated " + ha_text(lost) +
                     (error ? " (standard error " + ha_text(years * evidence.yearly(*error)) + ")" : "") +
                     ", forest at the start " + ha_text(forest)});
        }
    }
    return findings;
}

}  // namespace reddline::audit
