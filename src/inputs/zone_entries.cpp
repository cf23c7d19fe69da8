#include "inputs/zone_entries.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "inputs/entry_names.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

bool makes_zone(const ZoneEntry& entry, const std::string& name) {
    return entry.split_by.empty() ? name == entry.name : name.starts_with(entry.name + "/");
}

/// How a zone of the entry is named elsewhere, for messages.
std::string name_pattern(const ZoneEntry& entry) {
    return entry.split_by.empty() ? entry.name : entry.name + "/<" + entry.split_by + ">";
}

std::string read_name_among(const TomlField& field, const std::vector<ZoneEntry>& candidates, const std::string& noun) {
    const std::string& name = field.text();
    const auto makes_it = [&](const ZoneEntry& entry) { return makes_zone(entry, name); };
    if (std::ranges::any_of(candidates, makes_it)) return name;
    std::vector<std::string> known;
    for (const ZoneEntry& entry : candidates)
        known.push_back(name_pattern(entry));
    field.fail("the name of " + noun,
               known.empty() ? "add it under [[zones]]" : "the nearest is " + in_quotes(nearest_name(name, known)));
}

std::vector<ZoneEntry> projects_among(const std::vector<ZoneEntry>& zones) {
    std::vector<ZoneEntry> projects;
    std::ranges::copy_if(zones, std::back_inserter(projects),
                         [](const ZoneEntry& zone) { return zone.role == ZoneRole::project; });
    return projects;
}

ZoneEntry read_entry(const TomlTable& entry, EntryNames& names) {
    entry.expect_keys({"name", "role", "source"}, {"layer", "where", "split_by", "project"});
    ZoneEntry zone;
    zone.name = names.take(entry.at("name"));
    zone.role = *zone_role_of(entry.at("role").choice(
        {"project", "displacement_belt", "reference_region", "jurisdiction", "donor", "other"}));
    zone.source = entry.at("source").text();
    zone.layer = entry.text_or_empty("layer");
    zone.where = entry.text_or_empty("where");
    zone.split_by = entry.text_or_empty("split_by");
    return zone;
}

/// The project that a belt belongs to; empty when there is no choice to make.
std::string read_project(const TomlTable& entry, const ZoneEntry& zone, const std::vector<ZoneEntry>& projects) {
    const auto field = entry.find("project");
    if (field && zone.role != ZoneRole::displacement_belt) {
        field->fail("no project but on a displacement_belt", "remove the key, or make the zone a displacement_belt");
    }
    if (field) return read_name_among(*field, projects, "a zone of role project");
    const bool several = projects.size() > 1 || (projects.size() == 1 && !projects.front().split_by.empty());
    if (zone.role == ZoneRole::displacement_belt && several) {
        entry.fail("expected the key \"project\" in the belt " + in_quotes(zone.name) +
                   " because there are several projects, found none; name the one that it surrounds");
    }
    return {};
}

}  // namespace

std::vector<ZoneEntry> read_zone_entries(const TomlTable& audit_file) {
    const std::vector<TomlTable> entries = audit_file.tables("zones");
    EntryNames names;
    std::vector<ZoneEntry> zones;
    for (const TomlTable& entry : entries)
        zones.push_back(read_entry(entry, names));
    const std::vector<ZoneEntry> projects = projects_among(zones);
    // A belt may stand before the project that it names, so all zones are read first.
    for (std::size_t i = 0; i < zones.size(); ++i)
        zones[i].project = read_project(entries[i], zones[i], projects);
    return zones;
}

std::string read_zone_name(const TomlField& field, const AuditFile& known) {
    return known.areas.empty() ? read_name_among(field, known.zones, "a zone") : field.text();
}

std::string read_project_name(const TomlField& field, const AuditFile& known) {
    if (!known.areas.empty()) return field.text();
    return read_name_among(field, projects_among(known.zones), "a zone of role project");
}

}  // namespace reddline::inputs
