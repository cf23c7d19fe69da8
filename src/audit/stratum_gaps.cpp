#include "audit/stratum_gaps.hpp"

#include <string>

#include "domain/number_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

/// The years whose loss enters the accounts: the reference period for the zone whose history it is, else the monitoring
/// period, or all years of the product without one.
struct Years {
    std::size_t first_code = 1;
    std::size_t last_code = 1;
    std::string text;
};

Years accounted_years(const AuditCase& audit, const Zone& zone) {
    int first = audit.monitoring ? audit.monitoring->first_year().value() : audit.codes.first().value();
    int last = audit.monitoring ? audit.monitoring->last_year().value() : audit.codes.last().value();
    if (audit.history && zone.name == audit.history->zone && zone.role != ZoneRole::project) {
        first = audit.history->period.first().value();
        last = audit.history->period.last().value();
    }
    return {audit.codes.code_of(LossYear{first}).value_or(1), audit.codes.code_of(LossYear{last}).value_or(1),
            std::to_string(first) + "-" + std::to_string(last)};
}

void add_gap(const std::string& zone, const std::string& code, const std::string& message, const Tally& gap,
             const Tally& all, const Years& years, Findings& findings) {
    if (gap.pixels == 0) return;
    const double share_pct = 100.0 * static_cast<double>(gap.area_cm2) / static_cast<double>(all.area_cm2);
    findings.push_back({code, Severity::warning, zone, message,
                        grouped(hectares(gap.area_cm2).value(), 1) + " ha in " + years.text + ", " +
                            fixed(share_pct, 2) + " % of the forest lost in these years"});
}

}  // namespace

Findings check_stratum_gaps(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const Years years = accounted_years(audit, audit.zones[zone].zone);
        Tally unknown;
        Tally not_forest;
        Tally all;
        for (const StratumLoss& stratum : results.losses[zone].strata) {
            const Tally loss = loss_between(stratum, years.first_code, years.last_code);
            all += loss;
            if (!stratum.kind) unknown += loss;
            if (stratum.kind == StratumKind::non_forest) not_forest += loss;
        }
        const std::string& name = audit.zones[zone].zone.name;
        add_gap(name, "stratum_unknown", "Forest loss falls where the strata map has no data; it carries no emission.",
                unknown, all, years, findings);
        add_gap(name, "loss_in_non_forest_stratum",
                "Loss of forest canopy falls where the strata map shows no forest; it carries no emission.", not_forest,
                all, years, findings);
    }
    return findings;
}

}  // namespace reddline::audit
