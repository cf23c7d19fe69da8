#include "accounting/reference_level.hpp"

#include "accounting/emission_factor.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/national_transitions.hpp"
#include "accounting/zone_history.hpp"

namespace reddline::accounting {

namespace {

/// Hectares lost per stratum in a year under a flat rate.
///
/// Source: docs/equations.md, Eq. 17
std::vector<StratumArea> lost_at_rate(const AuditCase& audit, std::size_t zone,
                                      const std::vector<StratumArea>& forest) {
    const Hectares territory = hectares(audit.zones[zone].inside.area_cm2);
    const double of_forest = audit.rate->base() == RateBase::forest
                                 ? audit.rate->per_year()
                                 : audit.rate->per_year() * (territory / total_area(forest));
    std::vector<StratumArea> lost;
    for (const StratumArea& stratum : forest)
        lost.push_back({stratum.stratum, of_forest * stratum.area});
    return lost;
}

Answer<ReferenceLevel> level_of_rate(const AuditCase& audit, std::size_t zone, const Reading& reading,
                                     const std::vector<StratumArea>& forest) {
    ReferenceLevel level;
    for (const StratumArea& lost : lost_at_rate(audit, zone, forest)) {
        const auto factor = emission_factor(*audit.factors, lost.stratum, {}, reading.post);
        if (!factor.given()) return factor.refusal();
        for (LossYear year = audit.monitoring->first_year(); year <= audit.monitoring->last_year();
             year = LossYear{year.value() + 1}) {
            level.years.push_back({lost.stratum, year, lost.area, lost.area * factor.value()});
        }
    }
    return level;
}

}  // namespace

Answer<ReferenceLevel> reference_level(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    if (!audit.monitoring) return Refusal{"no monitoring period: give [monitoring] start and end"};
    if (!audit.factors) return Refusal{"no carbon factors: give [carbon] factors"};
    if (!reading.reference) return Refusal{"no reference level: give [reference_level]"};
    const auto forest = forest_area(audit, zone, reading, audit.monitoring->first_year());
    if (!forest.given()) return forest.refusal();
    if (forest.value().empty()) {
        return Refusal{"zone '" + audit.zones[zone].zone.name + "' has no forest at the start of " +
                       std::to_string(audit.monitoring->first_year().value())};
    }
    switch (*reading.reference) {
        case ReferenceKind::transitions:
            return level_of_transitions(audit, reading, forest.value());
        case ReferenceKind::history:
            return level_of_history(audit, zone, reading);
        case ReferenceKind::rate_of_forest:
        case ReferenceKind::rate_of_territory:
            return level_of_rate(audit, zone, reading, forest.value());
    }
    return Refusal{"unknown reference level"};
}

}  // namespace reddline::accounting
