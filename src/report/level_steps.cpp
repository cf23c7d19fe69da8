#include "report/level_steps.hpp"

#include <string_view>
#include <variant>

#include "report/area_steps.hpp"
#include "report/history_steps.hpp"
#include "report/transition_steps.hpp"

namespace reddline::report {

namespace {

/// The same amount in every year of the monitoring period.
YearTerms every_year(const Calculation& calculation, const Term& amount) {
    const MonitoringPeriod& period = *calculation.audit.monitoring;
    YearTerms years;
    for (int year = period.first_year().value(); year <= period.last_year().value(); ++year)
        years[year] = amount;
    return years;
}

/// What a zone is expected to emit in a whole year under a flat rate.
///
/// Source: docs/equations.md, Eq. 17
Term rate_step(Calculation& calculation, std::size_t zone, const LossRate& rate, const StratumTerms& forest) {
    Term share = calculation.inputs.input("Yearly loss rate, share of the " + std::string(to_string(rate.base())),
                                          rate.per_year(), "1/year", rate.source());
    if (rate.base() == RateBase::territory) {
        const Term territory = calculation.inputs.input(
            "Area of zone '" + calculation.zone_name(zone) + "'",
            hectares(calculation.audit.zones[zone].inside.area_cm2).value(), "ha",
            calculation.audit.has_pixels() ? "counted, zones.csv" : "the audit file's table of areas");
        const Term all = forest_total(calculation, zone, calculation.audit.monitoring->first_year());
        share =
            calculation.sheet.step("Yearly loss as a share of the forest, zone '" + calculation.zone_name(zone) + "'",
                                   share * territory / all, "1/year", "Eq. 17");
    }
    std::vector<std::pair<std::string, Term>> emissions;
    for (const auto& [stratum, area] : forest)
        emissions.emplace_back(stratum, share * area * factor_step(calculation, stratum, nullptr));
    std::vector<Term> cells;
    for (const auto& [stratum, emission] : emissions)
        cells.push_back(
            calculation.sheet.step("Expected emission of " + stratum + " per year", emission, "tCO2e", "Eq. 17"));
    return calculation.sheet.step("Emissions expected per year", sum_of(cells), "tCO2e", "Eq. 17");
}

std::string unit_of(ShareKey key) {
    switch (key) {
        case ShareKey::forest_area:
            return "ha";
        case ShareKey::carbon_stock:
            return "tC";
        case ShareKey::past_area_change:
            return "ha";
        case ShareKey::past_stock_change:
            return "tCO2e";
    }
    return {};
}

Term stock_step(Calculation& calculation, std::size_t zone) {
    std::vector<std::pair<std::string, Term>> stocks;
    for (const auto& [stratum, area] : forest_steps(calculation, zone, calculation.audit.monitoring->first_year()))
        stocks.emplace_back(stratum, area * density_step(calculation, stratum));
    std::vector<Term> cells;
    for (const auto& [stratum, stock] : stocks) {
        cells.push_back(calculation.sheet.step("Carbon of " + stratum + ", zone '" + calculation.zone_name(zone) + "'",
                                               stock, "tC", "Eq. 18"));
    }
    return calculation.sheet.step("Carbon of the forest, zone '" + calculation.zone_name(zone) + "'", sum_of(cells),
                                  "tC", "Eq. 18");
}

/// A zone's amount of the key.
Term amount_step(Calculation& calculation, std::size_t zone, const NationalLevel& national,
                 const std::string& history_zone) {
    HistoryRule rule = national.history ? *national.history : HistoryRule{"", {LossYear{1}, LossYear{1}}};
    rule.zone = history_zone;
    switch (national.key) {
        case ShareKey::forest_area:
            return forest_total(calculation, zone, calculation.audit.monitoring->first_year());
        case ShareKey::carbon_stock:
            return stock_step(calculation, zone);
        case ShareKey::past_area_change:
            return mean_loss_step(calculation, zone, rule);
        case ShareKey::past_stock_change:
            return mean_emission_step(calculation, zone, rule);
    }
    return {};
}

Term nation_total(Calculation& calculation, const NationalLevel& national) {
    if (!national.total) {
        return amount_step(calculation, calculation.audit.zone_index(national.jurisdiction).value(), national, "");
    }
    return calculation.inputs.input("The nation's total of the key " + std::string(to_string(national.key)),
                                    *national.total, unit_of(national.key), national.source);
}

/// Source: docs/equations.md, Eq. 18
Term nation_step(Calculation& calculation, std::size_t zone, const NationalLevel& national) {
    const Term level = calculation.inputs.input("National reference level per year", national.per_year.value(), "tCO2e",
                                                national.source);
    const Term part = amount_step(calculation, zone, national, national.history ? national.history->zone : "");
    const Term whole = nation_total(calculation, national);
    const Term share = calculation.sheet.step(
        "Share of zone '" + calculation.zone_name(zone) + "' in the nation, by " + std::string(to_string(national.key)),
        part / whole, "1", "Eq. 18");
    return calculation.sheet.step("Emissions expected per year", share * level, "tCO2e", "Eq. 18");
}

}  // namespace

YearTerms expected_steps(Calculation& calculation, std::size_t zone) {
    calculation.sheet.heading("Reference level, zone '" + calculation.zone_name(zone) + "'");
    const StratumTerms forest = forest_steps(calculation, zone, calculation.audit.monitoring->first_year());
    if (forest.empty()) {
        return every_year(calculation, calculation.sheet.step("Emissions expected of a belt without forest",
                                                              constant(0), "tCO2e", "Eq. 21"));
    }
    const ReferenceSource& source = *calculation.audit.reference_of(calculation.reading());
    if (const auto* const rate = std::get_if<LossRate>(&source.rule))
        return every_year(calculation, rate_step(calculation, zone, *rate, forest));
    if (const auto* const national = std::get_if<NationalLevel>(&source.rule))
        return every_year(calculation, nation_step(calculation, zone, *national));
    if (const auto* const history = std::get_if<HistoryRule>(&source.rule))
        return every_year(calculation, mean_emission_step(calculation, zone, *history));
    return transition_steps(calculation, forest);
}

}  // namespace reddline::report
