#include "accounting/statement.hpp"

#include <algorithm>

#include "accounting/belts.hpp"
#include "accounting/credits.hpp"
#include "accounting/emissions.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/map_change.hpp"
#include "accounting/reference_level.hpp"

namespace reddline::accounting {

namespace {

/// Expected and observed emissions of one zone.
struct ZoneBalance {
    ReferenceLevel expected;
    EmissionTable observed;
};

/// Nothing, or why the route says nothing about a year of the period.
std::optional<Refusal> years_not_covered(const AuditCase& audit, const Reading& reading) {
    if (reading.route == Route::loss) return std::nullopt;
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    const int first = audit.maps[pair.value().from].year + 1;
    const int last = audit.maps[pair.value().to].year;
    if (audit.monitoring->first_year().value() >= first && audit.monitoring->last_year().value() <= last)
        return std::nullopt;
    return Refusal{"the two strata maps speak of " + std::to_string(first) + " to " + std::to_string(last) +
                   ", not of the whole monitoring period"};
}

Answer<ZoneBalance> zone_balance(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    const auto level = reference_level(audit, zone, reading);
    if (!level.given()) return level.refusal();
    if (const auto refusal = years_not_covered(audit, reading)) return *refusal;
    const auto activity = activity_data(audit, zone, reading);
    if (!activity.given()) return activity.refusal();
    const auto emitted = emissions(audit, activity.value(), reading);
    if (!emitted.given()) return emitted.refusal();
    ZoneBalance balance{level.value(), {}};
    std::ranges::copy_if(emitted.value(), std::back_inserter(balance.observed),
                         [&](const StratumYear& row) { return audit.monitoring->days_in(row.year) > 0; });
    return balance;
}

StratumBalance& balance_of(std::vector<StratumBalance>& strata, const std::string& stratum) {
    const auto found = std::ranges::find(strata, stratum, &StratumBalance::stratum);
    if (found != strata.end()) return *found;
    strata.push_back({stratum, {}, {}, {}, {}, {}});
    return strata.back();
}

/// Sums expectation and emission by stratum, years weighted by their share inside the period.
std::vector<StratumBalance> strata_balances(const std::vector<StratumArea>& forest, const Statement& statement,
                                            const MonitoringPeriod& period) {
    std::vector<StratumBalance> strata;
    for (const StratumArea& stratum : forest)
        balance_of(strata, stratum.stratum).forest_at_start = stratum.area;
    for (const StratumYear& row : statement.expected) {
        StratumBalance& stratum = balance_of(strata, row.stratum);
        stratum.expected_area += period.fraction_of(row.year) * row.area;
        stratum.expected_emission += period.fraction_of(row.year) * row.emission;
    }
    for (const StratumYear& row : statement.observed) {
        StratumBalance& stratum = balance_of(strata, row.stratum);
        stratum.observed_area += period.fraction_of(row.year) * row.area;
        stratum.observed_emission += period.fraction_of(row.year) * row.emission;
    }
    return strata;
}

/// Sets what the belts emitted beyond their own reference, year by year.
///
/// Source: docs/equations.md, Eq. 21
void add_displaced(const std::vector<ZoneBalance>& belts, StatementYear& year) {
    if (belts.empty()) return;
    TonnesCO2e unclamped;
    TonnesCO2e displaced;
    for (const ZoneBalance& belt : belts) {
        const TonnesCO2e beyond =
            year.fraction * (emission_of(belt.observed, year.year) - emission_of(belt.expected.years, year.year));
        unclamped += beyond;
        displaced += std::max(TonnesCO2e{}, beyond);
    }
    year.displaced_unclamped = unclamped;
    year.displaced = displaced;
}

}  // namespace

Answer<Statement> statement(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    const auto project = zone_balance(audit, zone, reading);
    if (!project.given()) return project.refusal();
    std::vector<ZoneBalance> belts;
    for (const std::size_t belt : belts_of(audit, zone)) {
        const auto balance = zone_balance(audit, belt, reading);
        if (!balance.given()) return Refusal{"belt '" + audit.zones[belt].zone.name + "': " + balance.refusal().reason};
        belts.push_back(balance.value());
    }
    Statement result;
    result.zone = zone;
    result.reading = reading;
    result.expected = project.value().expected.years;
    result.observed = project.value().observed;
    result.left_out = project.value().expected.left_out;
    for (int y = audit.monitoring->first_year().value(); y <= audit.monitoring->last_year().value(); ++y) {
        StatementYear year{LossYear{y}, audit.monitoring->fraction_of(LossYear{y}), {}, {}, {}, {}};
        year.reference = year.fraction * emission_of(result.expected, year.year);
        year.project = year.fraction * emission_of(result.observed, year.year);
        add_displaced(belts, year);
        result.years.push_back(year);
    }
    const auto forest = forest_area(audit, zone, reading, audit.monitoring->first_year());
    if (!forest.given()) return forest.refusal();
    result.strata = strata_balances(forest.value(), result, *audit.monitoring);
    close_statement(audit.deductions, result);
    return result;
}

}  // namespace reddline::accounting
