#include "inputs/declared_area_table.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/units.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// The whole ellipsoid, 510,065,621.724 km2: docs/equations.md, Eq. 1. A zone below it fits in whole cm2.
constexpr double earth_ha = 51'006'562'172.4;

std::string read_stratum(const CsvTable& table, std::size_t row, const std::vector<Stratum>& strata) {
    const std::string& name = table.filled(row, "stratum");
    if (std::ranges::find(strata, name, &Stratum::name) != strata.end()) return name;
    std::vector<std::string> known;
    for (const Stratum& stratum : strata)
        known.push_back(stratum.name);
    table.fail(row, "stratum",
               "a stratum of the national matrix (the nearest is " + in_quotes(nearest_name(name, known)) + ")");
}

ZoneRole read_role(const CsvTable& table, std::size_t row) {
    if (!table.has("role") || table.text(row, "role").empty()) return ZoneRole::project;
    const std::string& name = table.text(row, "role");
    if (const auto role = zone_role_of(name)) return *role;
    std::vector<std::string> known;
    for (const auto role : {ZoneRole::project, ZoneRole::displacement_belt, ZoneRole::reference_region,
                            ZoneRole::jurisdiction, ZoneRole::donor, ZoneRole::other}) {
        known.emplace_back(to_string(role));
    }
    table.fail(row, "role", "one of " + joined(known) + " (the nearest is " + nearest_name(name, known) + ")");
}

/// The zones of the table so far, found by name.
class ZoneList {
public:
    /// The index of a row's zone, which has one role in all its rows.
    std::size_t take(const CsvTable& table, std::size_t row) {
        const std::string& name = table.filled(row, "zone");
        const ZoneRole role = read_role(table, row);
        const auto [place, is_new] = indexes_.try_emplace(name, zones_.size());
        if (is_new) {
            zones_.push_back(
                {.zone = {name, role, name, ""}, .features = 0, .repaired = 0, .inside = {}, .outside_pixels = 0});
        } else if (const ZoneRole before = zones_[place->second].zone.role; before != role) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected one role for the zone " + in_quotes(name) + ", found " +
                            std::string(to_string(before)) + " and " + std::string(to_string(role)) +
                            "; give it the same in every line");
        }
        return place->second;
    }
    [[nodiscard]] std::vector<ZoneExtent> zones() && { return std::move(zones_); }

private:
    std::map<std::string, std::size_t> indexes_;
    std::vector<ZoneExtent> zones_;
};

DeclaredArea read_area(const CsvTable& table, std::size_t row, const TransitionTable& transitions, ZoneList& zones) {
    const std::size_t zone = zones.take(table, row);
    const double area_ha = table.number(row, "area_ha");
    if (area_ha < 0.0) table.fail(row, "area_ha", "an area of at least 0 ha");
    return {zone, read_stratum(table, row, transitions.strata), Hectares::of(area_ha)};
}

/// A table says which zones are belts, not whose.
void expect_belts_of_one_project(const std::vector<ZoneExtent>& zones, const std::string& name) {
    const auto has_role = [](ZoneRole role) {
        return [role](const ZoneExtent& extent) { return extent.zone.role == role; };
    };
    const auto projects = std::ranges::count_if(zones, has_role(ZoneRole::project));
    if (projects <= 1 || std::ranges::none_of(zones, has_role(ZoneRole::displacement_belt))) return;
    throw Error(ErrorCode::table_malformed, name,
                "expected one zone of role project beside a displacement_belt, found " + std::to_string(projects) +
                    "; the table cannot say which of them the belt surrounds, so audit the projects one by one");
}

/// Sets the area of every zone to the sum of its strata.
void add_up(const std::vector<DeclaredArea>& areas, const std::string& name, std::vector<ZoneExtent>& zones) {
    std::vector<Hectares> sums(zones.size());
    for (const DeclaredArea& area : areas)
        sums[area.zone] += area.area;
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        if (sums[zone].value() > earth_ha) {
            throw Error(ErrorCode::table_malformed, name,
                        "expected areas in ha, found more than the Earth has in the zone " +
                            in_quotes(zones[zone].zone.name) + "; correct its lines");
        }
        zones[zone].inside.area_cm2 = whole_cm2(sums[zone]);
    }
}

}  // namespace

DeclaredZones parse_declared_areas(std::string_view text, const std::string& name, const TransitionTable& transitions) {
    const CsvTable table{text, name};
    table.expect_columns({"zone", "stratum", "area_ha"}, {"role"});
    DeclaredZones declared;
    ZoneList zones;
    std::set<std::pair<std::size_t, std::string>> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const DeclaredArea area = read_area(table, row, transitions, zones);
        if (!seen.emplace(area.zone, area.stratum).second) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every zone and stratum once, found " + in_quotes(table.text(row, "zone")) + ", " +
                            in_quotes(area.stratum) + " again; add the areas up in one line");
        }
        declared.areas.push_back(area);
    }
    if (declared.areas.empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one");
    }
    declared.zones = std::move(zones).zones();
    std::ranges::stable_sort(declared.areas, {}, &DeclaredArea::zone);
    expect_belts_of_one_project(declared.zones, name);
    add_up(declared.areas, name, declared.zones);
    return declared;
}

}  // namespace reddline::inputs
