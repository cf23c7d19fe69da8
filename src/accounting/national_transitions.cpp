#include "accounting/national_transitions.hpp"

#include <algorithm>
#include <string>

#include "accounting/emission_factor.hpp"
#include "accounting/yearly_probability.hpp"

namespace reddline::accounting {

namespace {

/// Hectares of every stratum of the national table, in its order.
using Areas = std::vector<Hectares>;

Answer<Areas> areas_in_table(const YearlyProbabilities& yearly, const std::vector<StratumArea>& forest,
                             const std::string& table_name) {
    Areas areas(yearly.strata().size());
    for (const StratumArea& stratum : forest) {
        const auto found = std::ranges::find(yearly.strata(), stratum.stratum, &Stratum::name);
        const auto index = static_cast<std::size_t>(found - yearly.strata().begin());
        if (found == yearly.strata().end() || !yearly.has_row(index)) {
            return Refusal{table_name + " has no transitions from '" + stratum.stratum + "', which the zone holds"};
        }
        if (found->kind != StratumKind::forest) {
            return Refusal{"'" + stratum.stratum + "' is forest in the strata map and not in " + table_name};
        }
        areas[index] += stratum.area;
    }
    return areas;
}

/// One year of Eq. 16 `markov`: forest moves among forest strata; what left forest is gone.
Areas next_year(const YearlyProbabilities& yearly, const Areas& areas) {
    Areas next(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = 0; j < areas.size(); ++j) {
            if (yearly.strata()[j].kind == StratumKind::forest) next[j] += yearly.at(i, j) * areas[i];
        }
    }
    return next;
}

/// Adds what leaves stratum `from` in one year; a refusal when a factor is missing.
Answer<StratumYear> leaving(const AuditCase& audit, const Reading& reading, const YearlyProbabilities& yearly,
                            std::size_t from, Hectares area, LossYear year, std::vector<std::string>& left_out) {
    const std::string& name = yearly.strata()[from].name;
    StratumYear sum{name, year, {}, {}};
    for (std::size_t to = 0; to < yearly.strata().size(); ++to) {
        const Stratum& destination = yearly.strata()[to];
        if (to == from || yearly.at(from, to) <= 0.0) continue;
        if (destination.kind == StratumKind::forest && reading.arcs == Arcs::option_1) continue;
        const auto factor = emission_factor(*audit.factors, name, {destination.name, destination.kind}, reading.post);
        if (!factor.given()) return factor.refusal();
        if (factor.value() <= TonnesCO2ePerHa{}) {
            const std::string arc = name + " > " + destination.name;
            if (std::ranges::find(left_out, arc) == left_out.end()) left_out.push_back(arc);
            continue;
        }
        const Hectares moved = yearly.at(from, to) * area;
        sum.area += moved;
        sum.emission += moved * factor.value();
    }
    return sum;
}

}  // namespace

Answer<ReferenceLevel> level_of_transitions(const AuditCase& audit, const Reading& reading,
                                            const std::vector<StratumArea>& forest) {
    const auto probabilities = yearly_probabilities(*audit.transitions, reading.annualise, reading.intervals);
    if (!probabilities.given()) return probabilities.refusal();
    const YearlyProbabilities& yearly = probabilities.value();
    const auto start = areas_in_table(yearly, forest, audit.transitions->name);
    if (!start.given()) return start.refusal();
    Areas areas = start.value();
    ReferenceLevel level;
    for (int year = audit.monitoring->first_year().value(); year <= audit.monitoring->last_year().value(); ++year) {
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (areas[i] <= Hectares{}) continue;
            if (!yearly.has_row(i)) {
                return Refusal{audit.transitions->name + " has no transitions from '" + yearly.strata()[i].name +
                               "', into which forest moves"};
            }
            const auto amount = leaving(audit, reading, yearly, i, areas[i], LossYear{year}, level.left_out);
            if (!amount.given()) return amount.refusal();
            level.years.push_back(amount.value());
        }
        if (reading.areas == AreaModel::markov) areas = next_year(yearly, areas);
    }
    return level;
}

}  // namespace reddline::accounting
