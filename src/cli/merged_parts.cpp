#include "cli/merged_parts.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "domain/error.hpp"

namespace reddline::cli {

MergedParts::MergedParts(const WorkPlan& plan)
    : plan_{plan},
      codes_{LossYear{plan.first_year}, LossYear{plan.last_year}},
      sums_({.last_loss_code = codes_.last_code()}, plan.min_areas_ha.size()),
      inputs_{plan.provenance.inputs} {}

void MergedParts::add(const store::Part& part, const std::string& place) {
    sums_.add(part.sets);
    for (const InputFile& file : part.inputs)
        add_input(file, place);
    for (const UnreadBlocks& unread : part.unread) {
        auto& blocks = unread_[{unread.layer, unread.file}];
        std::vector<std::pair<std::int64_t, std::int64_t>> all;
        std::ranges::set_union(blocks.blocks, unread.blocks, std::back_inserter(all));
        blocks = unread;
        blocks.blocks = std::move(all);
    }
}

void MergedParts::add_input(const InputFile& file, const std::string& place) {
    const auto known = std::ranges::find(inputs_, file.path, &InputFile::path);
    if (known == inputs_.end()) {
        throw Error(ErrorCode::crosstab_mismatch, place,
                    "expected only files of the plan, found " + file.path + "; remove the part and count it again");
    }
    if (!known->sha256.empty() && known->sha256 != file.sha256) {
        throw Error(ErrorCode::crosstab_mismatch, place,
                    "expected " + file.path +
                        " with the content that other units read, found another; the file changed "
                        "between them: remove all parts and count again");
    }
    *known = file;
}

std::vector<CrosstabOfArea> MergedParts::crosstabs(std::size_t zones) const {
    return sums_.crosstabs(plan_.min_areas_ha, zones, plan_.maps.size(), plan_.provenance.pixels_read);
}

Findings MergedParts::unread_findings() const {
    Findings findings;
    for (const auto& [key, unread] : unread_)
        findings.push_back(finding_of(unread));
    return findings;
}

store::Part MergedParts::as_part(const std::string& plan_sha256, std::size_t unit) const {
    store::Part part{plan_sha256, unit, {}, {}, sums_.sets()};
    std::ranges::copy_if(inputs_, std::back_inserter(part.inputs),
                         [](const InputFile& file) { return !file.sha256.empty(); });
    for (const auto& [key, unread] : unread_)
        part.unread.push_back(unread);
    return part;
}

void set_zone_areas(AuditCase& audit, bool is_partial) {
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        Tally counted_in_zone;
        for (const Tally& tally : audit.crosstabs.front().crosstab.zone_outcome(zone))
            counted_in_zone += tally;
        ZoneExtent& extent = audit.zones[zone];
        if (!is_partial && counted_in_zone.pixels != extent.inside.pixels) {
            throw Error(ErrorCode::internal, extent.zone.name,
                        "expected all " + std::to_string(extent.inside.pixels) +
                            " pixels of the zone in the parts, found " + std::to_string(counted_in_zone.pixels) +
                            "; please report it");
        }
        extent.inside = counted_in_zone;
    }
}

}  // namespace reddline::cli
