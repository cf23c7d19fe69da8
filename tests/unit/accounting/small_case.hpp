#pragma once

#include <chrono>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounting/readings.hpp"
#include "accounting/workings.hpp"
#include "domain/audit_case.hpp"

namespace reddline::tests {

/// Land of one kind in one zone; every hectare is one pixel.
struct Land {
    std::string zone;
    std::string before;  ///< stratum in the first map; empty = none
    std::string after;   ///< stratum in the second map; empty = none
    int cover_pct = 0;
    int loss_year = 0;  ///< 0 = no loss
    std::int64_t area_ha = 0;
};

/// evergreen, deciduous: forest; crops: not forest; rubber: excluded.
inline Legend small_legend() {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"deciduous", StratumKind::forest});
    legend.add("3", {"crops", StratumKind::non_forest});
    legend.add("4", {"rubber", StratumKind::excluded});
    return legend;
}

/// A baseline map of 2017 and a monitoring map of 2020.
inline std::vector<StrataMap> two_maps() {
    return {{"before", 2017, StrataRole::baseline, small_legend()},
            {"after", 2020, StrataRole::monitoring, small_legend()}};
}

/// Project, belt and reference zone have the role of their name; every other name is a zone of another role.
inline ZoneRole role_of(const std::string& zone) {
    if (zone.starts_with("project")) return ZoneRole::project;
    if (zone.starts_with("belt")) return ZoneRole::displacement_belt;
    return zone == "reference" ? ZoneRole::reference_region : ZoneRole::other;
}

/// A carbon stock of one pool.
inline CarbonStock stock(double density_tC_per_ha, const std::string& source = "a test") {
    CarbonStock result;
    result.add({"total", TonnesCPerHa::of(density_tC_per_ha), std::nullopt, source});
    return result;
}

/// 150 and 60 tC/ha are 550 and 220 tCO2e/ha; evergreen to deciduous is 90 x 44/12 = 330 tCO2e/ha.
inline CarbonTable small_factors() {
    return {"carbon.csv", {{"evergreen", stock(150)}, {"deciduous", stock(60)}}};
}

/// The crosstab of the land for a case's zones and maps.
inline Crosstab crosstab_of(const AuditCase& audit, const std::vector<Land>& land) {
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

/// A case of the land: forest is cover > 30, loss years 2001-2020, monitoring 2019-2020, factors, no reference level.
/// Zones are numbered in the order in which the land names them.
inline AuditCase small_case(const std::vector<Land>& land, std::vector<StrataMap> maps = two_maps()) {
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

/// Area of a stratum that a table declares.
struct Declared {
    std::string zone;
    std::string stratum;
    Hectares area;
};

/// A case of tables alone with the areas declared, which names the zones in their order: monitoring 2019-2020, factors, no
/// reference level.
inline AuditCase declared_case(const std::vector<Declared>& areas) {
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

/// Adds a table with the patch filter and makes it the rule.
inline void filter_patches(AuditCase& audit, double min_area_ha, const std::vector<Land>& land) {
    audit.crosstabs.push_back({min_area_ha, crosstab_of(audit, land)});
    audit.forest.min_area_ha = min_area_ha;
}

/// Hectares that moved from one stratum to another.
struct Moved {
    std::string from;
    std::string to;
    double area_ha = 0.0;
};

/// One interval of a national table.
inline TransitionInterval interval(int start_year, int end_year, const std::vector<Moved>& arcs) {
    TransitionInterval result{start_year, end_year, {}};
    for (const Moved& arc : arcs)
        result.transitions.push_back({arc.from, arc.to, Hectares::of(arc.area_ha)});
    return result;
}

/// A national table of the strata of the small legend.
inline TransitionTable national(std::vector<TransitionInterval> intervals) {
    return {"national.csv", small_legend().strata(), std::move(intervals)};
}

/// One year in which evergreen loses 6 % to deciduous and 4 % to crops, deciduous 5 % to crops.
inline TransitionTable one_national_year() {
    return national({interval(2014, 2015,
                              {{"evergreen", "evergreen", 900},
                               {"evergreen", "deciduous", 60},
                               {"evergreen", "crops", 40},
                               {"deciduous", "deciduous", 950},
                               {"deciduous", "crops", 50}})});
}

/// Adds national transitions as a reference level.
inline void judge_by_transitions(AuditCase& audit, TransitionTable table) {
    audit.transitions = std::move(table);
    audit.references.push_back({"transitions", NationalTransitions{}});
}

/// Adds a flat rate as a reference level.
inline void judge_by_rate(AuditCase& audit, double per_year, RateBase base = RateBase::forest) {
    audit.references.push_back({"rate-of-" + std::string(to_string(base)), LossRate{per_year, base, "a test"}});
}

/// Adds a history as a reference level.
inline void judge_by_history(AuditCase& audit, const HistoryRule& rule) {
    audit.references.push_back({"history-of-" + (rule.zone.empty() ? "own-zone" : rule.zone), rule});
}

/// A claim of the zone `project` without items and losses.
inline Claim empty_claim() {
    return {.zone = "project",
            .items = {},
            .losses = {},
            .reported_years = ReportedYears::period,
            .strata_map = "",
            .area = {},
            .lost_area = {},
            .source = "a test"};
}

/// A loss that a claim reports; `to` is nothing where it does not say what the land became.
inline ReportedLoss reported_loss(const std::string& zone, const std::string& from, int year, double area_ha,
                                  std::optional<std::string> to = {}) {
    return {zone, from, std::move(to), LossYear{year}, Hectares::of(area_ha)};
}

/// The workings of readings over all zones of a case, which must outlive them.
inline accounting::Workings workings_of(const AuditCase& audit, const std::vector<Reading>& readings) {
    std::vector<std::size_t> zones(audit.zones.size());
    std::iota(zones.begin(), zones.end(), std::size_t{0});
    return {audit, zones, readings};
}

/// The workings of one reading over all zones of a case, which must outlive them.
inline accounting::Workings workings_of(const AuditCase& audit, const Reading& reading) {
    return workings_of(audit, std::vector<Reading>{reading});
}

/// Every reading of a case, with what an answer of all of them starts from.
class EveryReading {
public:
    /// Looks at a case that must outlive it.
    explicit EveryReading(const AuditCase& audit)
        : readings_{accounting::every_reading(audit)}, nation_{audit, {}, readings_} {}

    [[nodiscard]] std::vector<ReadingResult> results() const {
        return accounting::evaluate_readings(nation_, readings_);
    }
    [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
    [[nodiscard]] const accounting::Workings& nation() const { return nation_; }

private:
    std::vector<Reading> readings_;
    accounting::Workings nation_;
};

/// Area of a transition or year, in hectares as a plain number.
inline double ha(std::int64_t area_cm2) {
    return hectares(area_cm2).value();
}

}  // namespace reddline::tests
