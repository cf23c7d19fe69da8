#include "audit/stratum_gaps.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

/// What the loss of some years enters.
enum class Use {
    observed,  ///< what was lost in the monitoring period, or in all years where there is none
    expected,  ///< the history of a reference level
    nation,    ///< the history of the nation, of which zones are a share
};

/// Years whose loss enters the accounts, both included.
struct AccountedYears {
    Use use = Use::observed;
    int first = 0;
    int last = 0;
    friend bool operator==(const AccountedYears&, const AccountedYears&) = default;
};

bool is_judged(const Zone& zone) {
    return zone.role == ZoneRole::project || zone.role == ZoneRole::displacement_belt;
}

/// True when the rule looks at the zone's own past: it names the zone, or a project whose belt the zone is, or none.
bool looks_at(const AuditCase& audit, const HistoryRule& rule, std::size_t zone) {
    if (rule.zone.empty()) return is_judged(audit.zones[zone].zone);
    const auto named = audit.zone_index(rule.zone);
    if (!named || *named == zone) return named.has_value();
    const bool may_be_belt = audit.zones[zone].zone.role == ZoneRole::displacement_belt;
    if (!may_be_belt || audit.zones[*named].zone.role != ZoneRole::project) return false;
    const auto belts = audit.belts_of(*named);
    return std::ranges::find(belts, zone) != belts.end();
}

/// True when the past of the zone is that of the whole nation.
bool is_nation(const ReferenceSource& source, const Zone& zone) {
    const auto* const national = std::get_if<NationalLevel>(&source.rule);
    return national != nullptr && !national->total && national->jurisdiction == zone.name;
}

/// The reference periods of the histories that a zone's past makes, and the monitoring period of a zone that is judged or
/// makes none.
std::vector<AccountedYears> accounted_years(const AuditCase& audit, std::size_t zone) {
    std::vector<AccountedYears> periods;
    const auto add = [&](Use use, const ReferencePeriod& period) {
        const AccountedYears years{use, period.first().value(), period.last().value()};
        if (std::ranges::find(periods, years) == periods.end()) periods.push_back(years);
    };
    for (const ReferenceSource& source : audit.references) {
        const HistoryRule* const history = source.history();
        if (history == nullptr) continue;
        if (looks_at(audit, *history, zone)) add(Use::expected, history->period);
        if (is_nation(source, audit.zones[zone].zone)) add(Use::nation, history->period);
    }
    if (!periods.empty() && !is_judged(audit.zones[zone].zone)) return periods;
    const LossYear first = audit.monitoring ? audit.monitoring->first_year() : audit.codes.first();
    const LossYear last = audit.monitoring ? audit.monitoring->last_year() : audit.codes.last();
    periods.insert(periods.begin(), {Use::observed, first.value(), last.value()});
    return periods;
}

/// What it does that such loss carries no emission.
std::string consequence(Use use) {
    if (use == Use::observed) return "it carries no emission.";
    if (use == Use::expected)
        return "the reference level of that history lacks it, which biases the credits downwards.";
    return "the nation's total of that history lacks it, so that the share of every zone is too large, which biases "
           "the "
           "credits upwards.";
}

/// Loss of one zone in some years that has no carbon factor, beside all loss of forest.
struct Gaps {
    Tally unknown;
    Tally not_forest;
    Tally all;
};

Gaps gaps_in(const AuditCase& audit, const ZoneLoss& loss, const AccountedYears& years) {
    const std::size_t first_code = audit.codes.code_of(LossYear{years.first}).value_or(1);
    const std::size_t last_code = audit.codes.code_of(LossYear{years.last}).value_or(1);
    Gaps gaps;
    for (const StratumLoss& stratum : loss.strata) {
        const Tally lost = loss_between(stratum, first_code, last_code);
        gaps.all += lost;
        if (!stratum.kind) gaps.unknown += lost;
        if (stratum.kind == StratumKind::non_forest) gaps.not_forest += lost;
    }
    return gaps;
}

void add_gap(const Tally& gap, const Tally& all, const AccountedYears& years, Finding finding, Findings& findings) {
    if (gap.pixels == 0) return;
    finding.evidence = ha_text(hectares(gap.area_cm2)) + " in " + years_text(years.first, years.last) + ", " +
                       per_cent(hectares(gap.area_cm2) / hectares(all.area_cm2)) + " of the forest lost in these years";
    findings.push_back(std::move(finding));
}

}  // namespace

Findings check_stratum_gaps(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t zone = 0; zone < results.losses.size(); ++zone) {
        const std::string& name = audit.zones[zone].zone.name;
        for (const AccountedYears& years : accounted_years(audit, zone)) {
            const Gaps gaps = gaps_in(audit, results.losses[zone], years);
            add_gap(gaps.unknown, gaps.all, years,
                    {"stratum_unknown", Severity::warning, name,
                     "Forest loss falls where the strata map has no data; " + consequence(years.use), ""},
                    findings);
            add_gap(gaps.not_forest, gaps.all, years,
                    {"loss_in_non_forest_stratum", Severity::warning, name,
                     "Loss of forest canopy falls where the strata map shows no forest; " + consequence(years.use), ""},
                    findings);
        }
    }
    return findings;
}

}  // namespace reddline::audit
