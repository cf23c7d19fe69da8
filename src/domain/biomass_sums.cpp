#include "domain/biomass_sums.hpp"

#include <cmath>
#include <limits>

#include "domain/error.hpp"

namespace reddline {

namespace {

constexpr int half_bits = 64;

Uint128 product(std::int64_t area_cm2, std::int32_t value) {
    return static_cast<Uint128>(area_cm2) * static_cast<std::uint32_t>(value);
}

}  // namespace

void SumOfSquares::add(std::uint64_t root) {
    const Uint128 square = static_cast<Uint128>(root) * root;
    low_ += static_cast<std::uint64_t>(square);
    high_ += square >> half_bits;
}

SumOfSquares& SumOfSquares::operator+=(const SumOfSquares& other) {
    low_ += other.low_;
    high_ += other.high_;
    return *this;
}

double SumOfSquares::value() const {
    return std::ldexp(static_cast<double>(high_), half_bits) + static_cast<double>(low_);
}

void BiomassSums::add(const Tally& forest, const BiomassValue& value) {
    forest_ += forest;
    if (!value.agb) return;
    ++map_pixels_;
    valued_cm2_ += forest.area_cm2;
    const Uint128 agb = product(forest.area_cm2, *value.agb);
    agb_ += agb;
    agb_squares_ += agb * static_cast<std::uint32_t>(*value.agb);
    if (!value.deviation) {
        without_deviation_cm2_ += forest.area_cm2;
        return;
    }
    const Uint128 deviation = product(forest.area_cm2, *value.deviation);
    if (deviation > std::numeric_limits<std::uint64_t>::max()) {
        throw Error(ErrorCode::unreadable_file, "biomass",
                    "expected pixels of less than 9,200 km2, found a larger one; take a map with finer pixels");
    }
    deviations_ += deviation;
    deviation_squares_.add(static_cast<std::uint64_t>(deviation));
}

BiomassSums& BiomassSums::operator+=(const BiomassSums& other) {
    forest_ += other.forest_;
    valued_cm2_ += other.valued_cm2_;
    without_deviation_cm2_ += other.without_deviation_cm2_;
    map_pixels_ += other.map_pixels_;
    agb_ += other.agb_;
    agb_squares_ += other.agb_squares_;
    deviations_ += other.deviations_;
    deviation_squares_ += other.deviation_squares_;
    return *this;
}

}  // namespace reddline
