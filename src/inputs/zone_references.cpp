#include "inputs/zone_references.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "domain/error.hpp"
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

}  // namespace

void expect_named_zones(const AuditCase& audit) {
    for (const ZoneExtent& extent : audit.zones) {
        if (!extent.zone.project.empty()) expect_project(extent.zone, audit.zones);
    }
    if (!audit.history || audit.zone_index(audit.history->zone)) return;
    std::vector<std::string> known;
    for (const ZoneExtent& extent : audit.zones)
        known.push_back(extent.zone.name);
    fail_unknown("reference_level.history.zone", "the name of a zone", audit.history->zone, known);
}

}  // namespace reddline::inputs
