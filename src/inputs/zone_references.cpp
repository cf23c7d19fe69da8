#include "inputs/zone_references.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

[[noreturn]] void fail_unknown(const std::string& subject, const std::string& expected, const std::string& found,
                               const std::vector<std::string>& known) {
    throw Error(ErrorCode::zone_unknown, subject,
                "expected " + expected + ", found " + in_quotes(found) +
                    (known.empty() ? "; there is none" : "; the nearest is " + in_quotes(nearest_name(found, known))));
}

void expect_project(const Zone& belt, const std::vector<ZoneExtent>& zones) {
    std::vector<std::string> known;
    for (const ZoneExtent& extent : zones) {
        if (extent.zone.role != ZoneRole::project) continue;
        if (belt.project == extent.zone.name || belt.project == extent.zone.entry) return;
        known.push_back(extent.zone.name);
    }
    fail_unknown(belt.name, "as project of the belt the name of a zone of role project", belt.project, known);
}

void expect_zone(const AuditCase& audit, const std::string& name, const std::string& subject) {
    if (audit.zone_index(name)) return;
    std::vector<std::string> known;
    for (const ZoneExtent& extent : audit.zones)
        known.push_back(extent.zone.name);
    fail_unknown(subject, "the name of a zone", name, known);
}

/// Stops where a reference level names a zone that is not there.
void expect_zones_of(const ReferenceSource& source, const AuditCase& audit) {
    const auto* const national = std::get_if<NationalLevel>(&source.rule);
    const std::string key = national == nullptr ? "reference_level." : "reference_level.national.";
    const HistoryRule* const history = source.history();
    if (history != nullptr && !history->zone.empty()) expect_zone(audit, history->zone, key + "history.zone");
    if (national == nullptr || national->jurisdiction.empty()) return;
    expect_zone(audit, national->jurisdiction, key + "jurisdiction");
}

std::vector<std::string> projects_of(const AuditCase& audit) {
    std::vector<std::string> projects;
    for (const ZoneExtent& extent : audit.zones) {
        if (extent.zone.role == ZoneRole::project) projects.push_back(extent.zone.name);
    }
    return projects;
}

/// The project that an entry speaks of, by the name it gives or because there is only one.
std::string named_project(const AuditCase& audit, const std::string& name, const std::string& subject,
                          const std::string& who) {
    const std::vector<std::string> projects = projects_of(audit);
    if (!name.empty()) {
        if (std::ranges::find(projects, name) != projects.end()) return name;
        fail_unknown(subject, "the name of a zone of role project", name, projects);
    }
    if (projects.size() == 1) return projects.front();
    throw Error(ErrorCode::zone_unknown, subject,
                projects.empty()
                    ? "expected a zone of role project that " + who + " speaks of, found none; give a zone that role"
                    : "expected the name of the project that " + who +
                          " speaks of, because there are several, found none; name one of " + joined(projects));
}

/// The project that the claim speaks of. Where a table declares several areas that are none of the project's own, a claim may
/// speak of none of them.
std::string zone_of_claim(const AuditCase& audit) {
    const std::string& name = audit.claim->zone;
    if (name.empty() && !audit.has_pixels() && projects_of(audit).size() > 1) return {};
    return named_project(audit, name, "claim.zone", "the claim");
}

/// The zone that a whole sample speaks of; none where points name zones, or nothing follows for the audit.
std::string zone_of_sample(const AuditCase& audit) {
    const SampleEvidence& evidence = *audit.sample;
    if (!evidence.zone.empty()) {
        expect_zone(audit, evidence.zone, "sample.zone");
        return evidence.zone;
    }
    const bool names_zones =
        std::ranges::any_of(evidence.estimates.areas, [](const AreaEstimate& area) { return !area.zone.empty(); });
    if (evidence.shows_loss() && !names_zones) {
        throw Error(
            ErrorCode::zone_unknown, "sample.zone",
            "expected beside sample.changes the zone in which the whole sample was drawn, found none; name it, or "
            "give points a column that says which zone each lies in");
    }
    const bool speaks_of_any = std::ranges::any_of(
        audit.zones, [&](const ZoneExtent& extent) { return evidence.speaks_of(extent.zone.name); });
    if (evidence.shows_loss() && !speaks_of_any) {
        throw Error(ErrorCode::zone_unknown, "sample.points.zone",
                    "expected the name of a zone of the audit at some point, found none; name zones as [[zones]] does, "
                    "or leave changes out");
    }
    return {};
}

}  // namespace

void resolve_zone_names(AuditCase& audit) {
    for (const ZoneExtent& extent : audit.zones) {
        if (!extent.zone.project.empty()) expect_project(extent.zone, audit.zones);
    }
    for (const ReferenceSource& source : audit.references)
        expect_zones_of(source, audit);
    if (audit.sample) audit.sample->zone = zone_of_sample(audit);
    if (audit.buffer) {
        for (BufferPosting& posting : audit.buffer->ledger)
            posting.zone = named_project(audit, posting.zone, posting.place, "the buffer's ledger");
    }
    if (!audit.claim) return;
    audit.claim->zone = zone_of_claim(audit);
    for (const ReportedLoss& loss : audit.claim->losses)
        expect_zone(audit, loss.zone, "claim.losses");
}

}  // namespace reddline::inputs
