#include "report/history_steps.hpp"

#include <algorithm>

#include "report/area_steps.hpp"

namespace reddline::report {

namespace {

/// The zone whose past judges a zone: a project's own history judges the project, and each of its belts by the belt's.
std::size_t past_of(const AuditCase& audit, std::size_t zone, const HistoryRule& rule) {
    if (rule.zone.empty()) return zone;
    const std::size_t named = audit.zone_index(rule.zone).value();
    const std::vector<std::size_t> belts = audit.belts_of(named);
    const bool is_belt = std::ranges::find(belts, zone) != belts.end();
    return audit.zones[named].zone.role == ZoneRole::project && is_belt ? zone : named;
}

/// A loss of one stratum in one year of the reference period.
struct PastLoss {
    std::string stratum;
    int year = 0;
    Term area;
};

std::vector<PastLoss> past_losses(Calculation& calculation, std::size_t past, const ReferencePeriod& period) {
    std::vector<PastLoss> losses;
    for (const StratumLoss& stratum : calculation.results.losses[past].strata) {
        if (stratum.kind != StratumKind::forest || stratum.forest_2000.pixels == 0) continue;
        for (int year = period.first().value(); year <= period.last().value(); ++year) {
            losses.push_back({stratum.stratum, year, mapped_loss_input(calculation, past, stratum, LossYear{year})});
        }
    }
    return losses;
}

/// The yearly mean of a sum over the reference period, carried over from the zone of the past to the judged one.
Term carried_mean(Calculation& calculation, std::size_t zone, std::size_t past, const HistoryRule& rule,
                  const Term& sum) {
    const Term years = calculation.inputs.input("Years from " + std::to_string(rule.period.first().value()) + " to " +
                                                    std::to_string(rule.period.last().value()),
                                                rule.period.years(), "years",
                                                "the audit file's reference period, both years included");
    if (past == zone || rule.scale == HistoryScale::none) return sum / years;
    const Term judged = forest_total(calculation, zone, calculation.audit.monitoring->first_year());
    const Term before = forest_total(calculation, past, rule.period.first());
    return sum / years * (judged / before);
}

}  // namespace

Term mean_emission_step(Calculation& calculation, std::size_t zone, const HistoryRule& rule) {
    const std::size_t past = past_of(calculation.audit, zone, rule);
    std::vector<std::pair<PastLoss, Term>> losses;
    for (const PastLoss& loss : past_losses(calculation, past, rule.period))
        losses.emplace_back(loss, factor_step(calculation, loss.stratum, nullptr));
    std::vector<Term> emitted;
    for (const auto& [loss, factor] : losses) {
        emitted.push_back(calculation.sheet.step("Past emission of " + loss.stratum + ", zone '" +
                                                     calculation.zone_name(past) + "', " + std::to_string(loss.year),
                                                 loss.area * factor, "tCO2e", "Eq. 19, 20"));
    }
    const Term sum = calculation.sheet.step("Past emissions, zone '" + calculation.zone_name(past) + "'",
                                            sum_of(emitted), "tCO2e", "Eq. 19");
    const Term mean = carried_mean(calculation, zone, past, rule, sum);
    return calculation.sheet.step("Mean past emissions per year, for zone '" + calculation.zone_name(zone) + "'", mean,
                                  "tCO2e", "Eq. 19");
}

Term mean_loss_step(Calculation& calculation, std::size_t zone, const HistoryRule& rule) {
    const std::size_t past = past_of(calculation.audit, zone, rule);
    std::vector<Term> areas;
    for (const PastLoss& loss : past_losses(calculation, past, rule.period))
        areas.push_back(loss.area);
    const Term sum =
        calculation.sheet.step("Past loss, zone '" + calculation.zone_name(past) + "'", sum_of(areas), "ha", "Eq. 18");
    const Term mean = carried_mean(calculation, zone, past, rule, sum);
    return calculation.sheet.step("Mean past loss per year, for zone '" + calculation.zone_name(zone) + "'", mean, "ha",
                                  "Eq. 18");
}

}  // namespace reddline::report
