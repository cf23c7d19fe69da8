#include "domain/audit_case.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline {

namespace {

std::optional<StratumKind> kind_in(const std::vector<Stratum>& strata, const std::string& name) {
    const auto found = std::ranges::find(strata, name, &Stratum::name);
    return found == strata.end() ? std::nullopt : std::optional(found->kind);
}

}  // namespace

const Crosstab& AuditCase::crosstab(double min_area_ha) const {
    const auto found = std::ranges::find(crosstabs, min_area_ha, &CrosstabOfArea::min_area_ha);
    if (found == crosstabs.end()) {
        throw Error(ErrorCode::crosstab_mismatch, "crosstab",
                    "expected a table for a minimum area of " + shortest(min_area_ha) +
                        " ha, found none; run the crosstab again with this audit file");
    }
    return found->crosstab;
}

std::span<const DeclaredArea> AuditCase::declared_in(std::size_t zone) const {
    const auto [first, last] = std::ranges::equal_range(declared_areas, zone, {}, &DeclaredArea::zone);
    return {first, last};
}

std::optional<std::size_t> AuditCase::zone_index(const std::string& name) const {
    const auto found = std::ranges::find_if(zones, [&](const ZoneExtent& extent) { return extent.zone.name == name; });
    if (found == zones.end()) return std::nullopt;
    return static_cast<std::size_t>(found - zones.begin());
}

std::optional<std::size_t> AuditCase::claimed_map() const {
    if (!claim || claim->strata_map.empty()) return std::nullopt;
    const auto found = std::ranges::find(maps, claim->strata_map, &StrataMap::name);
    if (found == maps.end()) return std::nullopt;
    return static_cast<std::size_t>(found - maps.begin());
}

bool AuditCase::is_claimed(std::size_t zone) const {
    return claim && claim->zone == zones[zone].zone.name;
}

std::vector<std::size_t> AuditCase::belts_of(std::size_t project) const {
    const auto projects =
        std::ranges::count(zones, ZoneRole::project, [](const ZoneExtent& extent) { return extent.zone.role; });
    const Zone& owner = zones[project].zone;
    std::vector<std::size_t> belts;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const Zone& zone = zones[i].zone;
        if (zone.role != ZoneRole::displacement_belt) continue;
        const bool is_its_belt =
            zone.project.empty() ? projects == 1 : zone.project == owner.name || zone.project == owner.entry;
        if (is_its_belt) belts.push_back(i);
    }
    return belts;
}

std::optional<StratumKind> AuditCase::kind_of(const std::string& stratum) const {
    if (const auto baseline = baseline_map(maps)) {
        if (const auto kind = kind_in(maps[*baseline].legend.strata(), stratum)) return kind;
    }
    for (const StrataMap& map : maps) {
        if (const auto kind = kind_in(map.legend.strata(), stratum)) return kind;
    }
    return transitions ? kind_in(transitions->strata, stratum) : std::nullopt;
}

const TransitionTable* AuditCase::transitions_of(const Reading& reading) const {
    const ReferenceSource* const source = reference_of(reading);
    return source != nullptr && source->uses_transitions() && transitions ? &*transitions : nullptr;
}

const CarbonTable* AuditCase::factors_of(const Reading& reading) const {
    return reading.factors < factor_sets.size() ? &factor_sets[reading.factors] : nullptr;
}

const ReferenceSource* AuditCase::reference_of(const Reading& reading) const {
    return reading.reference && *reading.reference < references.size() ? &references[*reading.reference] : nullptr;
}

}  // namespace reddline
