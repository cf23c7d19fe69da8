#include "audit/pixel_conservation.hpp"

#include <string>

#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

Tally sum_of(const OutcomeTally& outcomes) {
    Tally sum;
    for (const Tally& tally : outcomes)
        sum += tally;
    return sum;
}

Finding broken(const std::string& subject, const std::string& what, std::int64_t expected, std::int64_t found) {
    return {"pixel_conservation", Severity::contradiction, subject, what,
            "expected " + std::to_string(expected) + " pixels, found " + std::to_string(found)};
}

/// Bins of every zone against the pixels that its outcomes call counted.
Findings check_bins(const AuditCase& audit, const CrosstabOfArea& table) {
    std::vector<std::int64_t> pixels(audit.zones.size());
    for (const Bin& bin : table.crosstab.bins())
        pixels[bin.key.zone] += bin.tally.pixels;
    Findings findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const OutcomeTally& outcomes = table.crosstab.zone_outcome(zone);
        const std::int64_t counted = outcomes[static_cast<std::size_t>(Outcome::counted)].pixels;
        const std::string& name = audit.zones[zone].zone.name;
        if (counted != pixels[zone]) {
            findings.push_back(
                broken(name, "the bins of the crosstab do not add up to the counted pixels.", counted, pixels[zone]));
        }
        const std::int64_t inside = audit.zones[zone].inside.pixels;
        if (sum_of(outcomes).pixels != inside) {
            findings.push_back(broken(name,
                                      "counted, excluded and rejected pixels do not add up to the pixels of the zone.",
                                      inside, sum_of(outcomes).pixels));
        }
    }
    return findings;
}

}  // namespace

Findings check_pixel_conservation(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    for (const CrosstabOfArea& table : audit.crosstabs) {
        const Findings of_table = check_bins(audit, table);
        findings.insert(findings.end(), of_table.begin(), of_table.end());
        const std::int64_t first_pixels = audit.crosstabs.front().crosstab.pixels_read();
        if (table.crosstab.pixels_read() != first_pixels) {
            findings.push_back(broken("table of " + shortest(table.min_area_ha) + " ha",
                                      "two tables of one run read a different number of pixels.", first_pixels,
                                      table.crosstab.pixels_read()));
        }
    }
    return findings;
}

}  // namespace reddline::audit
