#include <gmock/gmock.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "estimation/stratified_area.hpp"
#include "unit/estimation/sample_builder.hpp"

namespace reddline::estimation {
namespace {

using tests::accuracy_of;
using tests::area_of;

constexpr int samples = 2000;
constexpr double fewest = 0.93 * samples;
constexpr double most = 0.97 * samples;

/// Pixels of a known map that agree in everything.
struct Patch {
    std::string old_class;  ///< of an older map
    std::string mapped;
    std::string reference;
    std::string zone;
    int pixels;
};

// 10,000 pixels of 1 ha. Lost are 1,500 of them, 700 of those in the north; user's accuracy of the loss is 1,100/1,500.
const std::vector<Patch> known_map{
    {"forest", "loss", "loss", "north", 500},      {"forest", "loss", "loss", "south", 400},
    {"other", "loss", "loss", "south", 200},       {"forest", "loss", "forest", "north", 150},
    {"other", "loss", "forest", "south", 250},     {"forest", "forest", "loss", "north", 200},
    {"forest", "forest", "loss", "south", 200},    {"forest", "forest", "forest", "north", 3100},
    {"forest", "forest", "forest", "south", 1950}, {"other", "forest", "forest", "north", 1050},
    {"other", "forest", "forest", "south", 2000},
};

/// Draws samples of the known map without replacement, the same ones in every run.
class Sampler {
public:
    /// Draws `points` in each of the strata, or over all of them together where only one number is given.
    Sampler(SampleStrata kind, std::vector<std::size_t> points) : kind_{kind}, points_{std::move(points)} {
        pixels_.resize(points_.size());
        for (std::size_t patch = 0; patch < known_map.size(); ++patch) {
            auto& pixels = pixels_[points_.size() == 1 ? 0 : stratum_of(patch)];
            pixels.insert(pixels.end(), static_cast<std::size_t>(known_map[patch].pixels), patch);
            sizes_[stratum_of(patch)] += known_map[patch].pixels;
        }
    }

    ReferenceSample draw() {
        ReferenceSample sample;
        sample.design = points_.size() == 1 ? SamplingDesign::simple : SamplingDesign::stratified;
        sample.kind = kind_;
        const std::string other = kind_ == SampleStrata::map_classes ? "loss" : "other";
        sample.strata = {{"forest", "", Hectares::of(static_cast<double>(sizes_[0])), sizes_[0]},
                         {other, "", Hectares::of(static_cast<double>(sizes_[1])), sizes_[1]}};
        std::vector<std::int64_t> drawn(known_map.size());
        for (std::size_t part = 0; part < pixels_.size(); ++part) {
            auto& pixels = pixels_[part];
            for (std::size_t i = 0; i < points_[part]; ++i) {
                std::swap(pixels[i], pixels[i + random_() % (pixels.size() - i)]);
                ++drawn[pixels[i]];
            }
        }
        for (std::size_t patch = 0; patch < drawn.size(); ++patch) {
            const Patch& known = known_map[patch];
            if (drawn[patch] > 0)
                sample.points.push_back({stratum_of(patch), known.mapped, known.reference, known.zone, drawn[patch]});
        }
        return sample;
    }

private:
    [[nodiscard]] std::size_t stratum_of(std::size_t patch) const {
        const bool by_map = kind_ == SampleStrata::map_classes;
        return (by_map ? known_map[patch].mapped : known_map[patch].old_class) == "forest" ? 0 : 1;
    }

    SampleStrata kind_;
    std::vector<std::size_t> points_;
    std::vector<std::vector<std::size_t>> pixels_;  // by part that is drawn from: the patch of each pixel
    std::array<std::int64_t, 2> sizes_{};
    std::mt19937_64 random_{20140101};
};

/// How many intervals hold the truth.
struct Coverage {
    int area = 0;
    int area_in_north = 0;
    int users = 0;
    int producers = 0;
};

int holds(const Estimate& estimate, double truth) {
    const auto interval = interval95(estimate);
    return interval && interval->low <= truth && truth <= interval->high ? 1 : 0;
}

Coverage coverage_of(SampleStrata kind, std::vector<std::size_t> points) {
    Sampler sampler(kind, std::move(points));
    Coverage coverage;
    for (int i = 0; i < samples; ++i) {
        const SampleEstimates estimates = stratified_area(sampler.draw());
        coverage.area += holds(area_of(estimates, "loss").area_ha, 1500);
        coverage.area_in_north += holds(area_of(estimates, "loss", "north").area_ha, 700);
        coverage.users += holds(accuracy_of(estimates, AccuracyMeasure::users, "loss"), 1100.0 / 1500);
        coverage.producers += holds(accuracy_of(estimates, AccuracyMeasure::producers, "loss"), 1100.0 / 1500);
    }
    return coverage;
}

void expect_nominal(const Coverage& coverage) {
    for (const int holding : {coverage.area, coverage.area_in_north, coverage.users, coverage.producers}) {
        EXPECT_GE(holding, fewest);
        EXPECT_LE(holding, most);
    }
}

TEST(IntervalCoverage, IsNominalWhereStrataAreTheClassesOfTheMap) {
    expect_nominal(coverage_of(SampleStrata::map_classes, {400, 200}));
}

TEST(IntervalCoverage, IsNominalWhereStrataAreThoseOfAnOlderMap) {
    expect_nominal(coverage_of(SampleStrata::other, {400, 300}));
}

TEST(IntervalCoverage, IsNominalForASimpleSampleThatIsStratifiedAfterwards) {
    expect_nominal(coverage_of(SampleStrata::map_classes, {900}));
}

}  // namespace
}  // namespace reddline::estimation
