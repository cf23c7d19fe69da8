#include "audit/sample_limits.hpp"

#include <string>

#include "audit/evidence_text.hpp"

namespace reddline::audit {

namespace {

/// Estimated losses of the audit's zones whose 95 % interval reaches below 0.
std::string below_zero(const AuditCase& audit) {
    std::string list;
    for (const ZoneExtent& extent : audit.zones) {
        for (const SampledLoss& loss : audit.sample->sums_in(extent.zone.name)) {
            const auto interval = interval95(loss.area_ha);
            if (!interval || interval->low >= 0.0) continue;
            add_part(list,
                     loss.from + " in " + extent.zone.name + ", " + ha_text(Hectares::of(interval->low)) + " to " +
                         ha_text(Hectares::of(interval->high)),
                     "; ");
        }
    }
    return list;
}

}  // namespace

Findings check_sample_limits(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.sample || !audit.sample->shows_loss()) return findings;
    const ReferenceSample& sample = audit.sample->sample;
    if (!sample.subset.empty()) {
        findings.push_back({"sample_subset", Severity::warning, "sample",
                            "Only points that meet a condition were taken: the estimates hold where the points left "
                            "out are like them, which the sample cannot show.",
                            sample.subset});
    }
    if (sample.design == SamplingDesign::systematic) {
        findings.push_back({"sample_systematic", Severity::note, "sample",
                            "The points lie on a grid: the standard errors are those of a random sample, an "
                            "approximation that is mostly too large.",
                            "design systematic"});
    }
    if (const std::string list = below_zero(audit); !list.empty()) {
        findings.push_back({"sample_interval_below_zero", Severity::note, "sample",
                            "The 95 % interval of an estimated loss reaches below 0: too few points of the class were "
                            "found for the normal distribution.",
                            list});
    }
    return findings;
}

}  // namespace reddline::audit
