#include "kernels/pixel_area.hpp"

#include <cmath>
#include <numbers>

namespace reddline::kernels {

namespace {

constexpr long double radians_per_degree = std::numbers::pi_v<long double> / 180.0L;
constexpr long double cm2_per_m2 = 10'000.0L;

/// q(north) - q(south) of Eq. 1, without subtracting two nearly equal numbers.
///
/// Both terms of q are written as their difference times sin(north) - sin(south), which a product of sine and
/// cosine gives exactly; the difference of two atanh is one atanh.
long double authalic_difference(long double eccentricity_squared, long double lat_south, long double lat_north) {
    const long double sin_south = std::sin(lat_south);
    const long double sin_north = std::sin(lat_north);
    const long double sin_step =
        2.0L * std::cos((lat_north + lat_south) / 2.0L) * std::sin((lat_north - lat_south) / 2.0L);
    const long double cross_term = eccentricity_squared * sin_south * sin_north;
    const long double narrowing =
        (1.0L - eccentricity_squared * sin_south * sin_south) * (1.0L - eccentricity_squared * sin_north * sin_north);
    const long double rational_part = sin_step * (1.0L + cross_term) / narrowing;
    const long double step_ratio = sin_step / (1.0L - cross_term);
    // On a sphere atanh(e x) / e has reached its limit x, and the division would be 0 / 0.
    if (eccentricity_squared <= 0.0L) return rational_part + step_ratio;
    const long double eccentricity = std::sqrt(eccentricity_squared);
    return rational_part + std::atanh(eccentricity * step_ratio) / eccentricity;
}

}  // namespace

long double geographic_area_m2(double semi_major_m, double semi_minor_m, long double lat_south_deg,
                               long double lat_north_deg, long double width_deg) noexcept {
    const long double major_m = semi_major_m;
    const long double minor_m = semi_minor_m;
    const long double eccentricity_squared = (major_m - minor_m) * (major_m + minor_m) / (major_m * major_m);
    const long double q_step = authalic_difference(eccentricity_squared, lat_south_deg * radians_per_degree,
                                                   lat_north_deg * radians_per_degree);
    return std::numbers::pi_v<long double> * minor_m * minor_m * q_step * width_deg / 360.0L;
}

std::int64_t geographic_pixel_area_cm2(double semi_major_m, double semi_minor_m, long double lat_south_deg,
                                       long double lat_north_deg, long double width_deg) noexcept {
    return std::llround(cm2_per_m2 *
                        geographic_area_m2(semi_major_m, semi_minor_m, lat_south_deg, lat_north_deg, width_deg));
}

}  // namespace reddline::kernels
