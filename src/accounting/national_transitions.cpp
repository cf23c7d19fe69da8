#include "accounting/national_transitions.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "accounting/national_rates.hpp"

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

/// Adds what leaves stratum `from` in one year.
void add_leaving(const NationalRate& rate, const std::string& stratum, Hectares area, LossYear year,
                 ReferenceLevel& level) {
    StratumYear row{stratum, year, rate.lost_share * area, area * rate.emission};
    for (const CountedArc& arc : rate.arcs)
        row.flows.push_back({arc.stock_after, arc.share * area, std::nullopt});
    level.years.push_back(std::move(row));
    for (const std::string& arc : rate.left_out) {
        if (std::ranges::find(level.left_out, arc) == level.left_out.end()) level.left_out.push_back(arc);
    }
}

}  // namespace

Answer<ReferenceLevel> level_of_transitions(const Workings& workings, const Reading& reading,
                                            const std::vector<StratumArea>& forest) {
    const auto& probabilities = workings.probabilities(reading);
    if (!probabilities.given()) return probabilities.refusal();
    const YearlyProbabilities& yearly = probabilities.value();
    const std::string& table_name = workings.audit().transitions->name;
    const NationalRates& rates = workings.rates(reading);
    const auto start = areas_in_table(yearly, forest, table_name);
    if (!start.given()) return start.refusal();
    Areas areas = start.value();
    const MonitoringPeriod& period = *workings.audit().monitoring;
    ReferenceLevel level;
    for (int year = period.first_year().value(); year <= period.last_year().value(); ++year) {
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (areas[i] <= Hectares{}) continue;
            const std::string& stratum = yearly.strata()[i].name;
            if (!yearly.has_row(i)) {
                return Refusal{table_name + " has no transitions from '" + stratum + "', into which forest moves"};
            }
            if (!rates[i].given()) return rates[i].refusal();
            add_leaving(rates[i].value(), stratum, areas[i], LossYear{year}, level);
        }
        if (reading.areas == AreaModel::markov) areas = next_year(yearly, areas);
    }
    return level;
}

}  // namespace reddline::accounting
