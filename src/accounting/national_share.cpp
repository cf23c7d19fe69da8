#include "accounting/national_share.hpp"

#include <string>

#include "accounting/forest_area.hpp"
#include "accounting/zone_history.hpp"

namespace reddline::accounting {

namespace {

Answer<double> carbon_stock_tC(const CarbonTable& factors, const std::vector<StratumArea>& forest) {
    TonnesC sum;
    for (const StratumArea& stratum : forest) {
        const CarbonStock* const stock = factors.find(stratum.stratum);
        if (stock == nullptr) return Refusal{"no carbon factor for '" + stratum.stratum + "' in " + factors.name};
        sum += stratum.area * stock->density();
    }
    return sum.value();
}

Answer<double> present_amount(const Workings& workings, std::size_t zone, const Reading& reading, ShareKey key) {
    const AuditCase& audit = workings.audit();
    const auto forest = forest_area(workings, zone, reading, audit.monitoring->first_year());
    if (!forest.given()) return forest.refusal();
    if (key == ShareKey::forest_area) return total_area(forest.value()).value();
    return carbon_stock_tC(*audit.factors_of(reading), forest.value());
}

Answer<double> past_change(const Workings& workings, std::size_t zone, const Reading& reading, ShareKey key,
                           const HistoryRule& rule) {
    if (key == ShareKey::past_area_change) {
        const auto lost = mean_past_loss(workings, zone, reading, rule);
        return lost.given() ? Answer<double>(lost.value().value()) : lost.refusal();
    }
    const auto means = mean_history(workings, zone, reading, rule);
    if (!means.given()) return means.refusal();
    TonnesCO2e sum;
    for (const StratumYear& row : means.value())
        sum += row.emission;
    return sum.value();
}

/// A zone's amount of the key: hectares, tC, hectares per year or tCO2e per year.
Answer<double> amount_of(const Workings& workings, std::size_t zone, const Reading& reading,
                         const NationalLevel& national, const std::string& history_zone) {
    const bool is_past = national.key == ShareKey::past_area_change || national.key == ShareKey::past_stock_change;
    if (!is_past) return present_amount(workings, zone, reading, national.key);
    if (!national.history) return Refusal{"the key " + std::string(to_string(national.key)) + " needs a history"};
    HistoryRule rule = *national.history;
    rule.zone = history_zone;
    return past_change(workings, zone, reading, national.key, rule);
}

Answer<double> nations_total(const Workings& workings, const Reading& reading, const NationalLevel& national) {
    if (national.total) return *national.total;
    const auto nation = workings.audit().zone_index(national.jurisdiction);
    if (!nation) return Refusal{"the zone '" + national.jurisdiction + "' is not among the zones"};
    return amount_of(workings, *nation, reading, national, "");
}

}  // namespace

Answer<ReferenceLevel> level_of_nation(const Workings& workings, std::size_t zone, const Reading& reading,
                                       const NationalLevel& national) {
    const auto part = amount_of(workings, zone, reading, national, national.history ? national.history->zone : "");
    if (!part.given()) return part.refusal();
    const auto whole = nations_total(workings, reading, national);
    if (!whole.given()) return whole.refusal();
    if (whole.value() <= 0.0) {
        return Refusal{"the nation's total of the key " + std::string(to_string(national.key)) + " is 0"};
    }
    if (part.value() > whole.value()) {
        return Refusal{"zone '" + workings.audit().zones[zone].zone.name +
                       "' holds more than the nation's total of the key " + std::string(to_string(national.key)) +
                       ": check the total and its unit"};
    }
    const MonitoringPeriod& period = *workings.audit().monitoring;
    ReferenceLevel level;
    for (int year = period.first_year().value(); year <= period.last_year().value(); ++year) {
        level.years.push_back({"", LossYear{year}, std::nullopt, (part.value() / whole.value()) * national.per_year});
    }
    return level;
}

}  // namespace reddline::accounting
