#include "estimation/sampled_correlations.hpp"

#include <algorithm>
#include <string>

#include "domain/credit_model.hpp"
#include "domain/error.hpp"
#include "estimation/sample_domain.hpp"
#include "estimation/stratified_ratio.hpp"

namespace reddline::estimation {

namespace {

/// An estimated area and which rows of points are it.
struct EstimatedArea {
    std::string input;
    double standard_error = 0.0;
    std::vector<double> scores;  ///< 1 or 0 by row of the sample's points
};

std::vector<double> scores_of(const SampleEvidence& evidence, const SampledLoss& loss) {
    const SampleDomain domain(evidence.sample, loss.zone);
    std::vector<double> scores;
    for (const SampledPoints& points : evidence.sample.points) {
        const bool is_loss = std::ranges::any_of(evidence.changes, [&](const SampledChange& change) {
            return change.from == loss.from && change.to == loss.to && change.name == points.reference;
        });
        scores.push_back(is_loss && domain.holds(points) ? 1.0 : 0.0);
    }
    return scores;
}

/// The areas of a sample that err, in all zones of an audit.
std::vector<EstimatedArea> estimated_areas(const AuditCase& audit) {
    std::vector<EstimatedArea> areas;
    if (!audit.sample) return areas;
    for (const ZoneExtent& extent : audit.zones) {
        const std::string& zone = extent.zone.name;
        for (const SampledLoss& loss : audit.sample->losses_in(zone)) {
            const auto& error = loss.area_ha.standard_error;
            if (error) areas.push_back({area_input(zone, loss.from, loss.to), *error, scores_of(*audit.sample, loss)});
        }
    }
    return areas;
}

double covariance_of(const ReferenceSample& sample, const EstimatedArea& one, const EstimatedArea& other) {
    std::vector<ScoredStratum> strata;
    for (const SampledStratum& stratum : sample.strata)
        strata.push_back({stratum.area.value(), stratum.units, {}});
    for (std::size_t row = 0; row < sample.points.size(); ++row) {
        const SampledPoints& points = sample.points[row];
        strata[points.stratum].scores.push_back({one.scores[row], other.scores[row], points.points});
    }
    return stratified_covariance(strata);
}

}  // namespace

std::vector<InputCorrelation> sampled_correlations(const AuditCase& audit) {
    const std::vector<EstimatedArea> areas = estimated_areas(audit);
    std::vector<InputCorrelation> correlations;
    for (std::size_t one = 0; one < areas.size(); ++one) {
        for (std::size_t other = one + 1; other < areas.size(); ++other) {
            const double covariance = covariance_of(audit.sample->sample, areas[one], areas[other]);
            if (covariance == 0.0) continue;
            // Areas that make up the whole have -1, give or take rounding.
            const double coefficient = covariance / (areas[one].standard_error * areas[other].standard_error);
            correlations.push_back(
                {areas[one].input, areas[other].input, std::clamp(coefficient, -1.0, 1.0), "sample"});
        }
    }
    return correlations;
}

UncertaintyRules with_sampled_correlations(const AuditCase& audit) {
    UncertaintyRules rules = audit.uncertainty;
    const std::vector<InputCorrelation> sampled = sampled_correlations(audit);
    rules.correlations.insert(rules.correlations.end(), sampled.begin(), sampled.end());
    return rules;
}

void expect_sampled_correlations(const AuditCase& audit) {
    const std::vector<EstimatedArea> areas = estimated_areas(audit);
    const auto is_sampled = [&](const std::string& input) {
        return std::ranges::find(areas, input, &EstimatedArea::input) != areas.end();
    };
    for (const InputCorrelation& pair : audit.uncertainty.correlations) {
        if (!is_sampled(pair.one) || !is_sampled(pair.other)) continue;
        throw Error(ErrorCode::table_malformed, pair.place,
                    "expected no correlation of two areas of one sample, because the sample gives it, found one of '" +
                        pair.one + "' and '" + pair.other + "'; leave the line out");
    }
    for (const InputCorrelation& pair : sampled_correlations(audit)) {
        for (const std::string& input : {pair.one, pair.other}) {
            const InputRule* const rule = rule_of(audit.uncertainty, input);
            if (rule == nullptr || rule->family != DistributionFamily::bootstrap) continue;
            throw Error(ErrorCode::table_malformed, rule->place,
                        "expected a distribution that can be correlated, because the sample gives how '" + input +
                            "' goes together with its other areas, found bootstrap; choose another");
        }
    }
}

}  // namespace reddline::estimation
