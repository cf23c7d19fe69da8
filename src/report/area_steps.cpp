#include "report/area_steps.hpp"

#include <algorithm>
#include <optional>

#include "domain/map_pair.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

constexpr const char* counted_source = "counted, crosstab.csv";

std::string of_zone(const Calculation& calculation, std::size_t zone) {
    return "zone '" + calculation.zone_name(zone) + "'";
}

/// Names the map as well, since the same zone may be seen by several.
std::string of_mapped_zone(const Calculation& calculation, std::size_t zone) {
    const std::string map = strata_text(calculation.audit, calculation.reading());
    return of_zone(calculation, zone) + (map.empty() ? "" : ", " + map);
}

Term lost_before(Calculation& calculation, std::size_t zone, const StratumLoss& stratum, LossYear year) {
    const LossCodes& codes = calculation.audit.codes;
    const int last = std::min(year.value() - 1, codes.last().value());
    Tally lost;
    for (std::size_t code = 1; code <= codes.last_code(); ++code) {
        if (codes.year_of(static_cast<std::uint8_t>(code)) < year) lost += stratum.loss_by_code[code];
    }
    return calculation.inputs.input(
        "Loss up to " + std::to_string(last) + " of " + stratum.stratum + ", " + of_mapped_zone(calculation, zone),
        hectares(lost.area_cm2).value(), "ha", counted_source);
}

StratumTerms forest_left(Calculation& calculation, std::size_t zone, LossYear year) {
    StratumTerms terms;
    for (const StratumLoss& stratum : calculation.results.losses[zone].strata) {
        if (stratum.kind != StratumKind::forest || stratum.forest_2000.pixels == 0) continue;
        const Term before =
            calculation.inputs.input("Forest in 2000 of " + stratum.stratum + ", " + of_mapped_zone(calculation, zone),
                                     hectares(stratum.forest_2000.area_cm2).value(), "ha", counted_source);
        const Term lost = lost_before(calculation, zone, stratum, year);
        if (before.value <= lost.value) continue;
        terms.emplace_back(stratum.stratum, before - lost);
    }
    return terms;
}

/// The changes of a zone between the two maps of the maps route.
std::vector<MapTransition> changes_of(const Calculation& calculation, std::size_t zone, MapPair pair) {
    std::vector<MapTransition> changes;
    for (const MapTransition& row : calculation.results.transitions) {
        const bool is_pair = row.zone == zone && row.from_map == pair.from && row.to_map == pair.to;
        const bool is_known = row.from < calculation.audit.maps[pair.from].legend.strata().size() &&
                              row.to < calculation.audit.maps[pair.to].legend.strata().size();
        if (is_pair && is_known) changes.push_back(row);
    }
    return changes;
}

StratumTerms mapped_classes(Calculation& calculation, std::size_t zone, MapPair pair) {
    const StrataMap& map = calculation.audit.maps[pair.from];
    std::map<std::uint16_t, Tally> sums;
    for (const MapTransition& row : changes_of(calculation, zone, pair))
        sums[row.from] += row.tally;
    StratumTerms terms;
    for (const auto& [index, tally] : sums) {
        const Stratum& stratum = map.legend.strata()[index];
        if (stratum.kind != StratumKind::forest || tally.pixels == 0) continue;
        terms.emplace_back(
            stratum.name, calculation.inputs.input("Forest of " + stratum.name + " where both maps have data, " +
                                                       of_zone(calculation, zone) + ", " + map.name,
                                                   hectares(tally.area_cm2).value(), "ha", "counted, transitions.csv"));
    }
    return terms;
}

StratumTerms declared_forest(Calculation& calculation, std::size_t zone) {
    StratumTerms terms;
    for (const DeclaredArea& declared : calculation.audit.declared_in(zone)) {
        const bool is_forest = calculation.audit.kind_of(declared.stratum) == StratumKind::forest;
        if (!is_forest || declared.area <= Hectares{}) continue;
        terms.emplace_back(
            declared.stratum,
            calculation.inputs.input("Declared area of " + declared.stratum + ", " + of_zone(calculation, zone),
                                     declared.area.value(), "ha", "the audit file's table of areas"));
    }
    return terms;
}

StratumTerms forest_terms(Calculation& calculation, std::size_t zone, LossYear year) {
    if (!calculation.audit.has_pixels()) return declared_forest(calculation, zone);
    if (calculation.reading().route != Route::maps) return forest_left(calculation, zone, year);
    return mapped_classes(calculation, zone, map_pair(calculation.audit).value());
}

/// Area of a whole calendar year that changed, from a forest stratum to a destination where that is known.
struct Change {
    std::string from;
    std::optional<Stratum> to;
    int year = 0;
    Term area;
};

std::vector<Change> changes_by_loss(Calculation& calculation, std::size_t zone) {
    std::vector<Change> changes;
    for (const StratumLoss& stratum : calculation.results.losses[zone].strata) {
        if (stratum.kind != StratumKind::forest || stratum.forest_2000.pixels == 0) continue;
        const MonitoringPeriod& period = *calculation.audit.monitoring;
        for (int year = period.first_year().value(); year <= period.last_year().value(); ++year) {
            if (!calculation.audit.codes.code_of(LossYear{year})) continue;
            changes.push_back(
                {stratum.stratum, std::nullopt, year, mapped_loss_input(calculation, zone, stratum, LossYear{year})});
        }
    }
    return changes;
}

std::vector<Change> changes_by_maps(Calculation& calculation, std::size_t zone) {
    const MapPair pair = map_pair(calculation.audit).value();
    const StrataMap& earlier = calculation.audit.maps[pair.from];
    const StrataMap& later = calculation.audit.maps[pair.to];
    const Term years = calculation.inputs.input("Years from " + earlier.name + " to " + later.name,
                                                later.year - earlier.year, "years", "years of the two strata maps");
    std::vector<Change> changes;
    for (const MapTransition& row : changes_of(calculation, zone, pair)) {
        const Stratum& from = earlier.legend.strata()[row.from];
        const Stratum& to = later.legend.strata()[row.to];
        if (from.kind != StratumKind::forest || from.name == to.name || row.tally.pixels == 0) continue;
        const Term area =
            calculation.inputs.input("Change of " + from.name + " to " + to.name + ", " + of_zone(calculation, zone) +
                                         ", " + earlier.name + " to " + later.name,
                                     hectares(row.tally.area_cm2).value(), "ha", "counted, transitions.csv");
        for (int year = earlier.year + 1; year <= later.year; ++year)
            changes.push_back({from.name, to, year, area / years});
    }
    return changes;
}

std::vector<Change> changes_reported(Calculation& calculation, std::size_t zone, const YearTerms& shares) {
    const AuditCase& audit = calculation.audit;
    std::vector<Change> changes;
    for (std::size_t i = 0; i < audit.claim->losses.size(); ++i) {
        const ReportedLoss& loss = audit.claim->losses[i];
        const auto share = shares.find(loss.year.value());
        const bool is_forest = audit.kind_of(loss.from) == StratumKind::forest;
        if (loss.zone != calculation.zone_name(zone) || !is_forest || share == shares.end()) continue;
        const Term area = calculation.inputs.input(
            "Reported loss " + std::to_string(i + 1) + ": " + loss.from + (loss.to ? " to " + *loss.to : "") + ", " +
                std::to_string(loss.year.value()) + ", " + of_zone(calculation, zone),
            loss.area.value(), "ha", audit.claim->source);
        std::optional<Stratum> to;
        if (loss.to) to = Stratum{*loss.to, audit.kind_of(*loss.to).value_or(StratumKind::non_forest)};
        const bool is_of_part = audit.claim->reported_years == ReportedYears::period;
        changes.push_back({loss.from, to, loss.year.value(), is_of_part ? area / share->second : area});
    }
    return changes;
}

std::vector<Change> changes_sampled(Calculation& calculation, std::size_t zone) {
    const AuditCase& audit = calculation.audit;
    const SampleEvidence& evidence = *audit.sample;
    const Term years = calculation.inputs.input("Years whose change the sample shows", evidence.years->count(), "years",
                                                evidence.sample.source);
    std::vector<Change> changes;
    for (const SampledLoss& loss : evidence.losses_in(calculation.zone_name(zone))) {
        const Term area = calculation.inputs.input(
            "Estimated loss of " + loss.from + (loss.to ? " to " + *loss.to : "") + ", " + of_zone(calculation, zone),
            *loss.area_ha.value, "ha", evidence.sample.source);
        std::optional<Stratum> to;
        if (loss.to) to = Stratum{*loss.to, audit.kind_of(*loss.to).value_or(StratumKind::non_forest)};
        for (int year = evidence.years->first.value(); year <= evidence.years->last.value(); ++year)
            changes.push_back({loss.from, to, year, area / years});
    }
    return changes;
}

std::vector<Change> changes_of_route(Calculation& calculation, std::size_t zone, const YearTerms& shares) {
    switch (calculation.reading().route) {
        case Route::loss:
            return changes_by_loss(calculation, zone);
        case Route::maps:
            return changes_by_maps(calculation, zone);
        case Route::reported:
            return changes_reported(calculation, zone, shares);
        case Route::sample:
            return changes_sampled(calculation, zone);
    }
    return {};
}

}  // namespace

YearTerms year_shares(Calculation& calculation) {
    const MonitoringPeriod& period = *calculation.audit.monitoring;
    const std::string dates = to_string(period.start()) + " to " + to_string(period.end());
    YearTerms shares;
    for (int y = period.first_year().value(); y <= period.last_year().value(); ++y) {
        const std::string year = std::to_string(y);
        const Term inside = calculation.inputs.input("Days of " + year + " inside the monitoring period",
                                                     period.days_in(LossYear{y}), "days", dates);
        const Term days =
            calculation.inputs.input("Days of " + year, days_in_year(LossYear{y}), "days", "Gregorian calendar");
        shares[y] =
            calculation.sheet.step("Share of " + year + " inside the monitoring period", inside / days, "1", "Eq. 6");
    }
    return shares;
}

StratumTerms forest_steps(Calculation& calculation, std::size_t zone, LossYear year) {
    StratumTerms cells;
    const std::string where = ", " + of_zone(calculation, zone) + ", at the start of " + std::to_string(year.value());
    for (const auto& [stratum, term] : forest_terms(calculation, zone, year)) {
        const std::string name = "Forest of " + stratum + where;
        auto found = calculation.known.find(name);
        if (found == calculation.known.end())
            found = calculation.known.emplace(name, calculation.sheet.step(name, term, "ha", "Eq. 4, 16")).first;
        cells.emplace_back(stratum, found->second);
    }
    return cells;
}

Term forest_total(Calculation& calculation, std::size_t zone, LossYear year) {
    const std::string name =
        "Forest, " + of_zone(calculation, zone) + ", at the start of " + std::to_string(year.value());
    const auto found = calculation.known.find(name);
    if (found != calculation.known.end()) return found->second;
    std::vector<Term> areas;
    for (const auto& [stratum, area] : forest_steps(calculation, zone, year))
        areas.push_back(area);
    return calculation.known.emplace(name, calculation.sheet.step(name, sum_of(areas), "ha", "Eq. 4, 16"))
        .first->second;
}

Term density_step(Calculation& calculation, const std::string& stratum) {
    const std::string name = "Carbon density of " + stratum;
    const auto found = calculation.known.find(name);
    if (found != calculation.known.end()) return found->second;
    const CarbonTable& factors = *calculation.audit.factors_of(calculation.reading());
    std::vector<Term> pools;
    std::size_t number = 0;
    for (const PoolDensity& pool : factors.find(stratum)->pools()) {
        pools.push_back(calculation.inputs.input(
            "Carbon of " + stratum + ", pool " + std::to_string(++number) + ": " + pool.pool, pool.density.value(),
            "tC/ha", pool.source + (pool.source.empty() ? "" : "; ") + factors.name));
    }
    return calculation.known.emplace(name, calculation.sheet.step(name, sum_of(pools), "tC/ha", "Eq. 10"))
        .first->second;
}

Term factor_step(Calculation& calculation, const std::string& from, const Stratum* destination) {
    const bool holds_nothing = destination == nullptr || (destination->kind != StratumKind::forest &&
                                                          calculation.reading().post == PostStock::zero);
    const std::string name = "Emission factor of " + from + (holds_nothing ? "" : " to " + destination->name);
    const auto found = calculation.known.find(name);
    if (found != calculation.known.end()) return found->second;
    const Term before = density_step(calculation, from);
    const Term left = holds_nothing ? before : before - density_step(calculation, destination->name);
    const std::string source = "IPCC 2006 Guidelines, Vol. 4";
    const Term CO2 = calculation.inputs.input("Molar mass of CO2", 44, "g/mol", source);
    const Term carbon = calculation.inputs.input("Molar mass of carbon", 12, "g/mol", source);
    return calculation.known
        .emplace(name, calculation.sheet.step(name, at_least_zero(left * (CO2 / carbon)), "tCO2e/ha", "Eq. 11, 15"))
        .first->second;
}

Term mapped_loss_input(Calculation& calculation, std::size_t zone, const StratumLoss& stratum, LossYear year) {
    const auto code = calculation.audit.codes.code_of(year);
    return calculation.inputs.input(
        "Loss in " + std::to_string(year.value()) + " of " + stratum.stratum + ", " + of_mapped_zone(calculation, zone),
        code ? hectares(stratum.loss_by_code[*code].area_cm2).value() : 0.0, "ha", counted_source);
}

YearTerms observed_steps(Calculation& calculation, std::size_t zone, const YearTerms& shares) {
    calculation.sheet.heading("Emissions observed, " + of_zone(calculation, zone));
    std::vector<std::pair<Change, Term>> counted;
    for (Change& change : changes_of_route(calculation, zone, shares)) {
        const bool is_forest = change.to && change.to->kind == StratumKind::forest;
        if (is_forest && calculation.reading().arcs == Arcs::option_1) continue;
        const Term factor = factor_step(calculation, change.from, change.to ? &*change.to : nullptr);
        counted.emplace_back(std::move(change), factor);
    }
    YearTerms sums;
    for (const auto& [year, share] : shares) {
        std::vector<Term> emitted;
        for (const auto& [change, factor] : counted) {
            if (change.year != year) continue;
            emitted.push_back(calculation.sheet.step("Emission of " + change.from +
                                                         (change.to ? " to " + change.to->name : "") + ", whole year " +
                                                         std::to_string(year),
                                                     change.area * factor, "tCO2e", "Eq. 20"));
        }
        sums[year] = calculation.sheet.step("Emissions observed, whole year " + std::to_string(year), sum_of(emitted),
                                            "tCO2e", "Eq. 20");
    }
    return sums;
}

}  // namespace reddline::report
