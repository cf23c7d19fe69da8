#pragma once

#include <cstdint>

namespace reddline::kernels {

/// Area of one pixel of a geographic grid on the ellipsoid.
///
/// Units:  axes in metres, latitudes and width in degrees; the result in whole cm2, rounded to nearest.
/// Errors: none; lat_south_deg <= lat_north_deg within -90..90 and semi_major_m >= semi_minor_m > 0 are the
///         caller's promise.
/// Source: docs/equations.md, Eq. 1
[[nodiscard]] std::int64_t geographic_pixel_area_cm2(double semi_major_m, double semi_minor_m,
                                                     long double lat_south_deg, long double lat_north_deg,
                                                     long double width_deg) noexcept;

/// The same in square metres, not rounded; good to 1e-12 relative even for the thinnest rows.
///
/// Units:  as above; the result in m2.
/// Source: docs/equations.md, Eq. 1
[[nodiscard]] long double geographic_area_m2(double semi_major_m, double semi_minor_m, long double lat_south_deg,
                                             long double lat_north_deg, long double width_deg) noexcept;

}  // namespace reddline::kernels
