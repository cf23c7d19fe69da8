#include "accounting/reference_level.hpp"

#include <variant>

#include "accounting/emission_factor.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/national_share.hpp"
#include "accounting/national_transitions.hpp"
#include "accounting/zone_history.hpp"

namespace reddline::accounting {

namespace {

/// Hectares lost per stratum in a year under a flat rate.
///
/// Source: docs/equations.md, Eq. 17
std::vector<StratumArea> lost_at_rate(const LossRate& rate, Hectares territory,
                                      const std::vector<StratumArea>& forest) {
    const double of_forest =
        rate.base() == RateBase::forest ? rate.per_year() : rate.per_year() * (territory / total_area(forest));
    std::vector<StratumArea> lost;
    for (const StratumArea& stratum : forest)
        lost.push_back({stratum.stratum, of_forest * stratum.area});
    return lost;
}

/// The area that a rate expects to be lost, which errs with the rate.
Flow flow_of(const ReferenceSource& source, const LossRate& rate, Hectares lost) {
    Flow flow{{}, lost, std::nullopt};
    if (rate.standard_error() && rate.per_year() > 0.0)
        flow.error = AreaError{source.name, (*rate.standard_error() / rate.per_year()) * lost};
    return flow;
}

Answer<ReferenceLevel> level_of_rate(const AuditCase& audit, std::size_t zone, const Reading& reading,
                                     const LossRate& rate, const std::vector<StratumArea>& forest) {
    const ReferenceSource& source = *audit.reference_of(reading);
    ReferenceLevel level;
    for (const StratumArea& lost : lost_at_rate(rate, hectares(audit.zones[zone].inside.area_cm2), forest)) {
        const auto factor = emission_factor(*audit.factors_of(reading), lost.stratum, {}, reading.post);
        if (!factor.given()) return factor.refusal();
        for (LossYear year = audit.monitoring->first_year(); year <= audit.monitoring->last_year();
             year = LossYear{year.value() + 1}) {
            level.years.push_back(
                {lost.stratum, year, lost.area, lost.area * factor.value(), {flow_of(source, rate, lost.area)}});
        }
    }
    return level;
}

}  // namespace

Answer<ReferenceLevel> reference_level(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    if (!audit.monitoring) return Refusal{"no monitoring period: give [monitoring] start and end"};
    if (audit.factors_of(reading) == nullptr) return Refusal{"no carbon factors: give [carbon] factors"};
    const ReferenceSource* const source = audit.reference_of(reading);
    if (source == nullptr) return Refusal{"no reference level: give [reference_level]"};
    const auto forest = forest_area(workings, zone, reading, audit.monitoring->first_year());
    if (!forest.given()) return forest.refusal();
    if (forest.value().empty()) {
        return Refusal{"zone '" + audit.zones[zone].zone.name + "' has no forest at the start of " +
                       std::to_string(audit.monitoring->first_year().value())};
    }
    if (const auto* const rate = std::get_if<LossRate>(&source->rule))
        return level_of_rate(audit, zone, reading, *rate, forest.value());
    if (const auto* const national = std::get_if<NationalLevel>(&source->rule))
        return level_of_nation(workings, zone, reading, *national);
    if (const auto* const history = std::get_if<HistoryRule>(&source->rule))
        return level_of_history(workings, zone, reading, *history);
    return level_of_transitions(workings, reading, forest.value());
}

}  // namespace reddline::accounting
