#include "cli/draft_zones.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/draft_tiles.hpp"
#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_zones_of_layer = 50;  // beyond, one entry with split_by says the same in one line

std::vector<FoundPolygons> polygons_of(const DraftRequest& request, const FoundSources& found) {
    if (request.zones.empty()) return found.polygons;
    std::vector<FoundPolygons> asked;
    for (const std::string& path : request.zones) {
        asked.push_back({path, gdal_io::polygon_layers(path)});
        if (asked.back().layers.empty()) {
            throw Error(ErrorCode::table_malformed, path,
                        "expected polygons, found none; name a file with the borders of zones");
        }
    }
    return asked;
}

std::string condition(const std::string& attribute, const gdal_io::AttributeValue& value) {
    if (value.number) return attribute + " = " + value.text;
    std::string quoted;
    for (const char c : value.text)
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return attribute + " = '" + quoted + "'";
}

void add_zone(std::string name, DraftZone zone, std::vector<DraftZone>& zones) {
    const std::string wanted = name;
    for (int number = 2; std::ranges::find(zones, name, &DraftZone::name) != zones.end(); ++number)
        name = wanted + "-" + std::to_string(number);
    zone.name = std::move(name);
    zones.push_back(std::move(zone));
}

/// The zones of one layer.
void add_layer(const std::string& path, const gdal_io::PolygonLayer& layer, const std::string& audit_file,
               std::vector<DraftZone>& zones) {
    DraftZone zone;
    zone.source = path_from(audit_file, path);
    if (!layer.is_only_one) zone.layer = layer.name;
    const bool has_many = layer.names.size() > most_zones_of_layer;
    if (layer.names.size() > 1 && !has_many) {
        for (const gdal_io::AttributeValue& value : layer.names) {
            zone.where = condition(layer.naming, value);
            add_zone(value.text, zone, zones);
        }
        return;
    }
    zone.described = counted(layer.features, "feature");
    if (has_many) {
        zone.described += "; split_by = \"" + layer.naming + "\" makes a zone of each of " +
                          grouped(std::ssize(layer.names)) + " names";
    }
    const std::string stem = layer.is_only_one ? fs::path(path).stem().string() : layer.name;
    add_zone(layer.names.size() == 1 ? layer.names.front().text : stem, std::move(zone), zones);
}

void give_role(const std::vector<std::string>& names, const char* option, ZoneRole role,
               std::vector<DraftZone>& zones) {
    for (const std::string& name : names) {
        const auto found = std::ranges::find(zones, name, &DraftZone::name);
        if (found == zones.end()) {
            std::vector<std::string> known;
            for (const DraftZone& zone : zones)
                known.push_back(zone.name);
            throw Error(ErrorCode::usage, option,
                        "expected the name of a zone that was found, one of " + joined(known) + ", found '" + name +
                            "'; correct it, or give the file of the zones with --zones");
        }
        found->role = role;
    }
}

}  // namespace

std::vector<DraftZone> draft_zones(const DraftRequest& request, const FoundSources& found,
                                   const std::string& audit_file) {
    std::vector<DraftZone> zones;
    for (const FoundPolygons& source : polygons_of(request, found)) {
        for (const gdal_io::PolygonLayer& layer : source.layers)
            add_layer(source.path, layer, audit_file, zones);
    }
    // A zone that its own file calls by a role has it, and a single zone can be nothing but the project.
    for (DraftZone& zone : zones)
        zone.role = zone_role_of(zone.name);
    if (zones.size() == 1) zones.front().role = ZoneRole::project;
    for (const std::string& name : request.projects) {
        if (std::ranges::find(request.belts, name) == request.belts.end()) continue;
        throw Error(
            ErrorCode::usage, "--belt",
            "expected another zone than --project names, found '" + name + "' in both; leave one of the two out");
    }
    give_role(request.projects, "--project", ZoneRole::project, zones);
    give_role(request.belts, "--belt", ZoneRole::displacement_belt, zones);
    const bool has_several = std::ranges::count(zones, ZoneRole::project, &DraftZone::role) > 1;
    for (DraftZone& zone : zones)
        zone.needs_project = has_several && zone.role == ZoneRole::displacement_belt;
    return zones;
}

}  // namespace reddline::cli
