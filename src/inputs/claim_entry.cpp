#include "inputs/claim_entry.hpp"

#include <limits>
#include <string>

#include "inputs/strata_entries.hpp"
#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

double read_amount(const TomlField& field) {
    return field.number(0.0, std::numeric_limits<double>::infinity());
}

std::optional<Hectares> read_area(const TomlTable& claim, const char* key) {
    const auto field = claim.find(key);
    return field ? std::optional(Hectares::of(read_amount(*field))) : std::nullopt;
}

}  // namespace

std::optional<ClaimEntry> read_claim(const TomlTable& audit_file, const AuditFile& known) {
    const auto section = audit_file.find("claim");
    if (!section) return std::nullopt;
    const TomlTable table = section->table();
    table.expect_keys({"source"}, {"credits", "losses", "items", "zone", "strata", "years", "area_ha", "lost_area_ha"});
    ClaimEntry entry;
    Claim& claim = entry.claim;
    claim.source = table.at("source").text();
    if (const auto credits = table.find("credits")) {
        claim.items.emplace(ClaimItem::credits, TonnesCO2e::of(read_amount(*credits)));
    }
    if (const auto zone = table.find("zone")) claim.zone = read_project_name(*zone, known);
    if (const auto strata = table.find("strata")) claim.strata_map = read_map_name(*strata, known.strata);
    const auto years = table.find("years");
    const bool of_calendar = years && years->choice({"period", "calendar"}) == "calendar";
    claim.reported_years = of_calendar ? ReportedYears::calendar : ReportedYears::period;
    claim.area = read_area(table, "area_ha");
    claim.lost_area = read_area(table, "lost_area_ha");
    entry.losses = table.text_or_empty("losses");
    entry.items = table.text_or_empty("items");
    return entry;
}

}  // namespace reddline::inputs
