#include "report/transition_steps.hpp"

#include <algorithm>
#include <optional>

namespace reddline::report {

namespace {

/// The national row of one stratum in one interval: hectares by destination, in the order of the table's strata.
struct IntervalRow {
    std::map<std::string, Term> area;
    Term total;
    Term years;
};

std::string years_text(const TransitionInterval& interval) {
    return std::to_string(interval.start_year) + "-" + std::to_string(interval.end_year);
}

IntervalRow interval_row(Calculation& calculation, const TransitionInterval& interval, const std::string& from) {
    const TransitionTable& table = *calculation.audit.transitions;
    std::map<std::string, double> area_ha;
    for (const Transition& transition : interval.transitions) {
        if (transition.from == from) area_ha[transition.to] += transition.area.value();
    }
    IntervalRow row;
    std::vector<Term> areas;
    for (const auto& [to, ha] : area_ha) {
        const Term cell = calculation.inputs.input(
            "National change " + years_text(interval) + ": " + from + " to " + to, ha, "ha", table.name);
        row.area[to] = cell;
        areas.push_back(cell);
    }
    row.total =
        calculation.sheet.step("National area of " + from + ", " + years_text(interval), sum_of(areas), "ha", "Eq. 13");
    row.years = calculation.inputs.input("Years of the interval " + years_text(interval), interval.years(), "years",
                                         table.name);
    return row;
}

Term area_of(const IntervalRow& row, const std::string& to) {
    const auto found = row.area.find(to);
    return found == row.area.end() ? constant(0) : found->second;
}

/// A destination of a stratum and its yearly probability.
using Destinations = std::vector<std::pair<const Stratum*, Term>>;

/// Area moved and area at risk over the intervals that are taken together.
struct Pool {
    std::vector<IntervalRow> rows;

    [[nodiscard]] Term moved(const std::string& to) const {
        std::vector<Term> areas;
        for (const IntervalRow& row : rows) {
            if (row.area.contains(to)) areas.push_back(area_of(row, to));
        }
        return sum_of(areas);
    }
    [[nodiscard]] Term total() const {
        std::vector<Term> totals;
        for (const IntervalRow& row : rows)
            totals.push_back(row.total);
        return sum_of(totals);
    }
    [[nodiscard]] Term hectare_years() const {
        std::vector<Term> products;
        for (const IntervalRow& row : rows)
            products.push_back(row.total * row.years);
        return sum_of(products);
    }
};

/// What a share of the pool becomes in one year, as a factor of the area moved.
Term per_area(Calculation& calculation, const Pool& pool, const std::string& from) {
    if (calculation.reading().annualise == Annualise::linear) {
        return constant(1) /
               calculation.sheet.step("Hectare-years at risk of " + from, pool.hectare_years(), "ha a", "Eq. 13, 14");
    }
    const Term total = calculation.sheet.step("Area at risk of " + from, pool.total(), "ha", "Eq. 13, 14");
    const Term leaves = calculation.sheet.step("Share of " + from + " that leaves in the interval",
                                               (total - pool.moved(from)) / total, "1", "Eq. 13");
    const Term yearly = calculation.sheet.step(
        "Share of " + from + " that leaves in a year",
        constant(1) - power(at_least_zero(constant(1) - leaves), constant(1) / pool.rows.front().years), "1",
        "Eq. 13, compound");
    return yearly / leaves / total;
}

/// Yearly probabilities of one pool by destination.
std::map<std::string, Term> pooled(Calculation& calculation, const Pool& pool, const std::string& from) {
    std::map<std::string, Term> probabilities;
    const Term factor = per_area(calculation, pool, from);
    for (const Stratum& to : calculation.audit.transitions->strata) {
        const Term moved = pool.moved(to.name);
        if (to.name != from && moved.value > 0.0) probabilities[to.name] = moved * factor;
    }
    return probabilities;
}

std::vector<Pool> pools_of(Calculation& calculation, const std::string& from) {
    std::vector<Pool> pools;
    for (const TransitionInterval& interval : calculation.audit.transitions->intervals) {
        const bool is_new = pools.empty() || calculation.reading().intervals == Intervals::mean;
        if (is_new) pools.emplace_back();
        pools.back().rows.push_back(interval_row(calculation, interval, from));
    }
    return pools;
}

/// Yearly probabilities by destination before they have a step of their own.
std::map<std::string, Term> probabilities_of(Calculation& calculation, const std::string& from) {
    std::map<std::string, Term> sums;
    const std::vector<Pool> pools = pools_of(calculation, from);
    for (const Pool& pool : pools) {
        for (const auto& [to, term] : pooled(calculation, pool, from)) {
            const auto [known, is_new] = sums.try_emplace(to, term);
            if (!is_new) known->second = known->second + term;
        }
    }
    if (pools.size() > 1) {
        for (auto& [to, term] : sums)
            term = term / constant(static_cast<int>(pools.size()));
    }
    return sums;
}

/// The principal root of the national matrix has no spreadsheet function: its values are the tool's.
std::map<std::string, Term> rooted(Calculation& calculation, const std::string& from) {
    std::map<std::string, Term> probabilities;
    for (const YearlyTransition& row : calculation.results.rooted_transitions) {
        if (row.from != from) continue;
        probabilities[row.to] = calculation.inputs.input(
            "Yearly probability of " + from + " to " + row.to, row.probability, "1",
            "computed by the tool: principal root of the matrix in " + calculation.audit.transitions->name +
                " (Eq. 13), which a spreadsheet cannot take");
    }
    return probabilities;
}

Destinations destinations_of(Calculation& calculation, const std::string& from) {
    const bool is_rooted = calculation.reading().annualise == Annualise::matrix_root;
    const auto probabilities = is_rooted ? rooted(calculation, from) : probabilities_of(calculation, from);
    Destinations destinations;
    for (const Stratum& to : calculation.audit.transitions->strata) {
        const auto found = probabilities.find(to.name);
        if (found == probabilities.end()) continue;
        destinations.emplace_back(&to, calculation.sheet.step("Yearly probability of " + from + " to " + to.name,
                                                              found->second, "1", "Eq. 13, 14"));
    }
    return destinations;
}

/// What a hectare of a stratum emits per year, and where it moves.
struct Rate {
    Destinations destinations;
    Term emission;
};

Term emission_per_ha(Calculation& calculation, const std::string& from, const Destinations& destinations) {
    std::vector<std::tuple<std::string, Term, Term>> arcs;
    for (const auto& [to, probability] : destinations) {
        const bool counts = to->kind != StratumKind::forest || calculation.reading().arcs == Arcs::option_2;
        if (counts) arcs.emplace_back(to->name, probability, factor_step(calculation, from, to));
    }
    std::vector<Term> emitted;
    for (const auto& [to, probability, factor] : arcs) {
        emitted.push_back(calculation.sheet.step("Expected of a hectare of " + from + " that becomes " + to,
                                                 probability * factor, "tCO2e/ha", "Eq. 15, 16"));
    }
    return calculation.sheet.step("Expected of a hectare of " + from + " per year", sum_of(emitted), "tCO2e/ha",
                                  "Eq. 16");
}

/// Every rate is worked out once for all zones of the sheet.
class Rates {
public:
    explicit Rates(Calculation& calculation) : calculation_{&calculation} {}

    const Rate& of(const std::string& stratum) {
        const auto found = rates_.find(stratum);
        if (found != rates_.end()) return found->second;
        const Destinations destinations = destinations_of(*calculation_, stratum);
        return rates_.emplace(stratum, Rate{destinations, emission_per_ha(*calculation_, stratum, destinations)})
            .first->second;
    }

private:
    Calculation* calculation_;
    std::map<std::string, Rate> rates_;
};

/// One year of Eq. 16 `markov`: what stays, and what arrives from other forest strata.
StratumTerms next_year(Calculation& calculation, Rates& rates, const StratumTerms& areas, int year) {
    std::map<std::string, std::vector<Term>> parts;
    for (const auto& [stratum, area] : areas) {
        std::vector<Term> leaving;
        for (const auto& [to, probability] : rates.of(stratum).destinations) {
            leaving.push_back(probability);
            if (to->kind == StratumKind::forest) parts[to->name].push_back(area * probability);
        }
        parts[stratum].push_back(area * (constant(1) - sum_of(leaving)));
    }
    StratumTerms next;
    for (const auto& [stratum, terms] : parts) {
        next.emplace_back(stratum, calculation.sheet.step(
                                       "Expected forest of " + stratum + ", at the start of " + std::to_string(year),
                                       sum_of(terms), "ha", "Eq. 16, markov"));
    }
    return next;
}

}  // namespace

YearTerms transition_steps(Calculation& calculation, const StratumTerms& forest) {
    const MonitoringPeriod& period = *calculation.audit.monitoring;
    Rates rates(calculation);
    StratumTerms areas = forest;
    YearTerms sums;
    for (int year = period.first_year().value(); year <= period.last_year().value(); ++year) {
        for (const auto& [stratum, area] : areas)
            static_cast<void>(rates.of(stratum));
        std::vector<Term> emitted;
        for (const auto& [stratum, area] : areas) {
            emitted.push_back(
                calculation.sheet.step("Expected emission of " + stratum + ", whole year " + std::to_string(year),
                                       area * rates.of(stratum).emission, "tCO2e", "Eq. 16"));
        }
        sums[year] = calculation.sheet.step("Emissions expected, whole year " + std::to_string(year), sum_of(emitted),
                                            "tCO2e", "Eq. 16");
        const bool moves = calculation.reading().areas == AreaModel::markov && year < period.last_year().value();
        if (moves) areas = next_year(calculation, rates, areas, year + 1);
    }
    return sums;
}

}  // namespace reddline::report
