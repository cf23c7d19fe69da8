#include "audit/stratum_gaps.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

using Years = std::pair<int, int>;

/// The years whose loss enters the accounts: the reference periods for a zone whose history they are, else the
/// monitoring period, or all years of the product without one.
std::vector<Years> accounted_years(const AuditCase& audit, const Zone& zone) {
    std::vector<Years> periods;
    for (const ReferenceSource& source : audit.references) {
        const HistoryRule* const history = source.history();
        if (history == nullptr || history->zone != zone.name || zone.role == ZoneRole::project) continue;
        const Years years{history->period.first().value(), history->period.last().value()};
        if (std::ranges::find(periods, years) == periods.end()) periods.push_back(years);
    }
    if (!periods.empty()) return periods;
    if (audit.monitoring) return {{audit.monitoring->first_year().value(), audit.monitoring->last_year().value()}};
    return {{audit.codes.first().value(), audit.codes.last().value()}};
}

/// Loss of one zone in some years that has no carbon factor, beside all loss of forest.
struct Gaps {
    Tally unknown;
    Tally not_forest;
    Tally all;
};

Gaps gaps_in(const AuditCase& audit, const ZoneLoss& loss, const Years& years) {
    const std::size_t first_code = audit.codes.code_of(LossYear{years.first}).value_or(1);
    const std::size_t last_code = audit.codes.code_of(LossYear{years.second}).value_or(1);
    Gaps gaps;
    for (const StratumLoss& stratum : loss.strata) {
        const Tally lost = loss_between(stratum, first_code, last_code);
        gaps.all += lost;
        if (!stratum.kind) gaps.unknown += lost;
        if (stratum.kind == StratumKind::non_forest) gaps.not_forest += lost;
    }
    return gaps;
}

void add_gap(const Tally& gap, const Tally& all, const Years& years, Finding finding, Findings& findings) {
    if (gap.pixels == 0) return;
    finding.evidence = ha_text(hectares(gap.area_cm2)) + " in " + years_text(years.first, years.second) + ", " +
                       per_cent(hectares(gap.area_cm2) / hectares(all.area_cm2)) + " of the forest lost in these years";
    findings.push_back(std::move(finding));
}

}  // namespace

Findings check_stratum_gaps(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t zone = 0; zone < results.losses.size(); ++zone) {
        const std::string& name = audit.zones[zone].zone.name;
        for (const Years& years : accounted_years(audit, audit.zones[zone].zone)) {
            const Gaps gaps = gaps_in(audit, results.losses[zone], years);
            add_gap(gaps.unknown, gaps.all, years,
                    {"stratum_unknown", Severity::warning, name,
                     "Forest loss falls where the strata map has no data; it carries no emission.", ""},
                    findings);
            add_gap(gaps.not_forest, gaps.all, years,
                    {"loss_in_non_forest_stratum", Severity::warning, name,
                     "Loss of forest canopy falls where the strata map shows no forest; it carries no emission.", ""},
                    findings);
        }
    }
    return findings;
}

}  // namespace reddline::audit
