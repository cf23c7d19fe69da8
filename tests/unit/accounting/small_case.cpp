#include "unit/accounting/small_case.hpp"

#include <chrono>
#include <numeric>
#include <utility>

namespace reddline::tests {

Legend small_legend() {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"deciduous", StratumKind::forest});
    legend.add("3", {"crops", StratumKind::non_forest});
    legend.add("4", {"rubber", StratumKind::excluded});
    return legend;
}

std::vector<StrataMap> two_maps() {
    return {{"before", 2017, StrataRole::baseline, small_legend()},
            {"after", 2020, StrataRole::monitoring, small_legend()}};
}

ZoneRole role_of(const std::string& zone) {
    if (zone.starts_with("project")) return ZoneRole::project;
    if (zone.starts_with("belt")) return ZoneRole::displacement_belt;
    return zone == "reference" ? ZoneRole::reference_region : ZoneRole::other;
}

CarbonStock stock(double density_tC_per_ha, const std::string& source) {
    CarbonStock result;
    result.add({"total", TonnesCPerHa::of(density_tC_per_ha), std::nullopt, source});
    return result;
}

CarbonTable small_factors() {
    return {"carbon.csv", {{"evergreen", stock(150)}, {"deciduous", stock(60)}}};
}

Crosstab crosstab_of(const AuditCase& audit, const std::vector<Land>& land) {
    std::vector<std::vector<std::uint16_t>> combinations;
    std::vector<Bin> bins;
    std::vector<OutcomeTally> zone_outcomes(audit.zones.size());
    OutcomeTally outcomes{};
    for (const Land& piece : land) {
        std::vector<std::uint16_t> strata;
        for (std::size_t map = 0; map < audit.maps.size(); ++map) {
            const Legend& legend = audit.maps[map].legend;
            const auto none = static_cast<std::uint16_t>(legend.strata().size());
            strata.push_back(legend.index_of(map == 0 ? piece.before : piece.after).value_or(none));
        }
        const std::size_t zone = *audit.zone_index(piece.zone);
        const Tally tally{piece.area_ha, piece.area_ha * cm2_per_ha};
        const auto code = piece.loss_year == 0 ? std::uint8_t{0} : *audit.codes.code_of(LossYear{piece.loss_year});
        bins.push_back({{static_cast<std::uint32_t>(zone), static_cast<std::uint32_t>(combinations.size()),
                         static_cast<std::uint8_t>(piece.cover_pct), code},
                        tally});
        combinations.push_back(strata);
        zone_outcomes[zone][0] += tally;
        outcomes[0] += tally;
    }
    return {audit.maps.size(), combinations, bins, zone_outcomes, outcomes};
}

AuditCase small_case(const std::vector<Land>& land, std::vector<StrataMap> maps) {
    using std::chrono::year;
    AuditCase audit{.title = "a test",
                    .label = {},
                    .release = "a test",
                    .codes = {LossYear{2001}, LossYear{2020}},
                    .forest = {.canopy_pct = 30},
                    .canopy_sweep = {},
                    .maps = std::move(maps),
                    .zones = {},
                    .crosstabs = {},
                    .factor_sets = {small_factors()},
                    .transitions = {},
                    .references = {},
                    .monitoring = MonitoringPeriod{year{2019} / 1 / 1, year{2020} / 12 / 31},
                    .deductions = {},
                    .declared_areas = {},
                    .claim = {},
                    .sample = {},
                    .limits = {}};
    for (const Land& piece : land) {
        if (!audit.zone_index(piece.zone))
            audit.zones.push_back({{piece.zone, role_of(piece.zone), piece.zone, ""}, 1, 0, {}, 0});
        audit.zones[*audit.zone_index(piece.zone)].inside += Tally{piece.area_ha, piece.area_ha * cm2_per_ha};
    }
    audit.crosstabs.push_back({0.0, crosstab_of(audit, land)});
    return audit;
}

AuditCase declared_case(const std::vector<Declared>& areas) {
    AuditCase audit = small_case({}, {});
    audit.crosstabs.clear();
    for (const Declared& area : areas) {
        if (!audit.zone_index(area.zone))
            audit.zones.push_back({{area.zone, role_of(area.zone), area.zone, ""}, 0, 0, {}, 0});
        const std::size_t zone = *audit.zone_index(area.zone);
        audit.zones[zone].inside.area_cm2 += whole_cm2(area.area);
        audit.declared_areas.push_back({zone, area.stratum, area.area});
    }
    return audit;
}

void filter_patches(AuditCase& audit, double min_area_ha, const std::vector<Land>& land) {
    audit.crosstabs.push_back({min_area_ha, crosstab_of(audit, land)});
    audit.forest.min_area_ha = min_area_ha;
}

TransitionInterval interval(int start_year, int end_year, const std::vector<Moved>& arcs) {
    TransitionInterval result{start_year, end_year, {}};
    for (const Moved& arc : arcs)
        result.transitions.push_back({arc.from, arc.to, Hectares::of(arc.area_ha)});
    return result;
}

TransitionTable national(std::vector<TransitionInterval> intervals) {
    return {"national.csv", small_legend().strata(), std::move(intervals)};
}

TransitionTable one_national_year() {
    return national({interval(2014, 2015,
                              {{"evergreen", "evergreen", 900},
                               {"evergreen", "deciduous", 60},
                               {"evergreen", "crops", 40},
                               {"deciduous", "deciduous", 950},
                               {"deciduous", "crops", 50}})});
}

void judge_by_transitions(AuditCase& audit, TransitionTable table) {
    audit.transitions = std::move(table);
    audit.references.push_back({"transitions", NationalTransitions{}});
}

void judge_by_rate(AuditCase& audit, double per_year, RateBase base) {
    audit.references.push_back({"rate-of-" + std::string(to_string(base)), LossRate{per_year, base, "a test"}});
}

void judge_by_history(AuditCase& audit, const HistoryRule& rule) {
    audit.references.push_back({"history-of-" + (rule.zone.empty() ? "own-zone" : rule.zone), rule});
}

Claim empty_claim() {
    return {.zone = "project",
            .items = {},
            .losses = {},
            .reported_years = ReportedYears::period,
            .strata_map = "",
            .area = {},
            .lost_area = {},
            .source = "a test"};
}

ReportedLoss reported_loss(const std::string& zone, const std::string& from, int year, double area_ha,
                           std::optional<std::string> to) {
    return {zone, from, std::move(to), LossYear{year}, Hectares::of(area_ha)};
}

accounting::Workings workings_of(const AuditCase& audit, const std::vector<Reading>& readings) {
    std::vector<std::size_t> zones(audit.zones.size());
    std::iota(zones.begin(), zones.end(), std::size_t{0});
    return {audit, zones, readings};
}

accounting::Workings workings_of(const AuditCase& audit, const Reading& reading) {
    return workings_of(audit, std::vector<Reading>{reading});
}

double ha(std::int64_t area_cm2) {
    return hectares(area_cm2).value();
}

}  // namespace reddline::tests
