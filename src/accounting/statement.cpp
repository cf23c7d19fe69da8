#include "accounting/statement.hpp"

#include <algorithm>

#include "accounting/credits.hpp"
#include "accounting/emissions.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/map_change.hpp"
#include "accounting/reference_level.hpp"
#include "domain/reading_scope.hpp"

namespace reddline::accounting {

namespace {

/// Expected and observed emissions of one zone.
struct ZoneBalance {
    ReferenceLevel expected;
    EmissionTable observed;
};

/// Nothing, or why the route says nothing about a year of the period.
std::optional<Refusal> years_not_covered(const AuditCase& audit, const Reading& reading) {
    if (reading.route != Route::maps) return std::nullopt;
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    const int first = audit.maps[pair.value().from].year + 1;
    const int last = audit.maps[pair.value().to].year;
    if (audit.monitoring->first_year().value() >= first && audit.monitoring->last_year().value() <= last)
        return std::nullopt;
    const std::string years =
        first == last ? std::to_string(first) : std::to_string(first) + " to " + std::to_string(last);
    return Refusal{"the two strata maps speak of " + years + ", not of the whole monitoring period"};
}

/// The rows of the years that the monitoring period touches.
ActivityData within(const MonitoringPeriod& period, ActivityData activity) {
    std::erase_if(activity.rows, [&](const Activity& row) { return period.days_in(row.year) == 0; });
    return activity;
}

/// A belt without forest is expected to lose nothing; of a project without forest nothing is known.
Answer<ReferenceLevel> expected_of(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    if (audit.monitoring && audit.zones[zone].zone.role == ZoneRole::displacement_belt) {
        const auto forest = forest_area(workings, zone, reading, audit.monitoring->first_year());
        if (forest.given() && forest.value().empty()) return ReferenceLevel{};
    }
    return reference_level(workings, zone, reading);
}

Answer<ZoneBalance> zone_balance(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    const auto level = expected_of(workings, zone, reading);
    if (!level.given()) return level.refusal();
    if (const auto refusal = years_not_covered(audit, reading)) return *refusal;
    const auto activity = activity_data(workings, zone, reading);
    if (!activity.given()) return activity.refusal();
    const auto emitted = emissions(audit, within(*audit.monitoring, activity.value()), reading);
    if (!emitted.given()) return emitted.refusal();
    return ZoneBalance{level.value(), emitted.value()};
}

StratumBalance& balance_of(std::vector<StratumBalance>& strata, const std::string& stratum, bool is_by_stratum) {
    const auto found = std::ranges::find(strata, stratum, &StratumBalance::stratum);
    if (found != strata.end()) return *found;
    StratumBalance balance{stratum, {}, std::nullopt, {}, std::nullopt, {}};
    if (is_by_stratum) {
        balance.expected_area = Hectares{};
        balance.expected_emission = TonnesCO2e{};
    }
    strata.push_back(balance);
    return strata.back();
}

/// Sums expectation and emission by stratum, years weighted by their share inside the period. What is expected of a
/// stratum stays unknown where the reference level knows no forest types.
std::vector<StratumBalance> strata_balances(const std::vector<StratumArea>& forest, const Statement& statement,
                                            const MonitoringPeriod& period) {
    const bool is_by_stratum = std::ranges::none_of(
        statement.expected, [](const StratumYear& row) { return row.stratum.empty() || !row.area; });
    std::vector<StratumBalance> strata;
    for (const StratumArea& stratum : forest)
        balance_of(strata, stratum.stratum, is_by_stratum).forest_at_start = stratum.area;
    for (const StratumYear& row : statement.expected) {
        if (!is_by_stratum) break;
        StratumBalance& stratum = balance_of(strata, row.stratum, is_by_stratum);
        *stratum.expected_area += period.fraction_of(row.year) * *row.area;
        *stratum.expected_emission += period.fraction_of(row.year) * row.emission;
    }
    for (const StratumYear& row : statement.observed) {
        StratumBalance& stratum = balance_of(strata, row.stratum, is_by_stratum);
        if (row.area) stratum.observed_area += period.fraction_of(row.year) * *row.area;
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

bool is_treeless(const Workings& workings, std::size_t zone, const Reading& reading) {
    const auto forest = forest_area(workings, zone, reading, workings.audit().monitoring->first_year());
    return forest.given() && forest.value().empty();
}

void add_years(const MonitoringPeriod& period, const std::vector<ZoneBalance>& belts, Statement& statement) {
    for (int y = period.first_year().value(); y <= period.last_year().value(); ++y) {
        StatementYear year{LossYear{y}, period.fraction_of(LossYear{y}), {}, {}, {}, {}};
        year.reference = year.fraction * emission_of(statement.expected, year.year);
        year.project = year.fraction * emission_of(statement.observed, year.year);
        add_displaced(belts, year);
        statement.years.push_back(year);
    }
}

}  // namespace

Answer<Statement> statement(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    const auto project = zone_balance(workings, zone, reading);
    if (!project.given()) return project.refusal();
    Statement result;
    std::vector<ZoneBalance> belts;
    for (const std::size_t belt : audit.belts_of(zone)) {
        // A belt of which the route says nothing is not known to have lost nothing.
        if (!observes_zone(audit, reading.route, belt)) {
            // A belt without forest can lose none, whether or not a claim says so.
            if (is_treeless(workings, belt, reading)) {
                belts.emplace_back();
            } else {
                ++result.totals.unseen_belts;
            }
            continue;
        }
        const auto balance = zone_balance(workings, belt, reading);
        if (!balance.given()) return Refusal{"belt '" + audit.zones[belt].zone.name + "': " + balance.refusal().reason};
        belts.push_back(balance.value());
        result.belts.push_back({belt, balance.value().expected.years, balance.value().observed});
    }
    result.zone = zone;
    result.reading = reading;
    result.expected = project.value().expected.years;
    result.observed = project.value().observed;
    result.left_out = project.value().expected.left_out;
    add_years(*audit.monitoring, belts, result);
    const auto forest = forest_area(workings, zone, reading, audit.monitoring->first_year());
    if (!forest.given()) return forest.refusal();
    result.strata = strata_balances(forest.value(), result, *audit.monitoring);
    close_statement(audit.deductions, result);
    return result;
}

}  // namespace reddline::accounting
