#include "accounting/unit_reference.hpp"

#include <set>
#include <string>

#include "accounting/national_transitions.hpp"

namespace reddline::accounting {

namespace {

constexpr double unit_ha = 1000.0;

/// The reading with every choice that a reference level of transitions does not know taken from `standard`.
Reading of_reference_level(Reading reading, const Reading& standard) {
    for (const Choice choice :
         {Choice::route, Choice::strata, Choice::canopy_pct, Choice::canopy_rule, Choice::min_area})
        reading = with_choice_of(reading, choice, standard);
    return reading;
}

Answer<UnitExpectation> expectation(const Workings& workings, const Reading& reading, const std::string& stratum) {
    const auto level = level_of_transitions(workings, reading, {{stratum, Hectares::of(unit_ha)}});
    if (!level.given()) return level.refusal();
    const MonitoringPeriod& period = *workings.audit().monitoring;
    UnitExpectation expected;
    for (const StratumYear& row : level.value().years) {
        expected.period += period.fraction_of(row.year) * row.emission;
        if (row.year != period.first_year()) continue;
        expected.lost_first_year += *row.area;
        expected.first_year += row.emission;
    }
    return expected;
}

}  // namespace

std::vector<UnitReference> unit_references(const Workings& nation, std::span<const Reading> readings) {
    const AuditCase& audit = nation.audit();
    std::vector<UnitReference> references;
    if (!audit.transitions || !audit.monitoring || audit.factor_sets.empty()) return references;
    std::set<Reading> distinct;
    std::vector<Reading> ordered;
    for (const Reading& reading : readings) {
        if (audit.transitions_of(reading) == nullptr) continue;
        const Reading meant = of_reference_level(reading, readings.front());
        if (distinct.insert(meant).second) ordered.push_back(meant);
    }
    for (const Stratum& stratum : audit.transitions->strata) {
        if (stratum.kind != StratumKind::forest) continue;
        for (const Reading& reading : ordered)
            references.push_back({stratum.name, reading, expectation(nation, reading, stratum.name)});
    }
    return references;
}

}  // namespace reddline::accounting
