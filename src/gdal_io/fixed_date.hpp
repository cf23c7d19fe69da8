#pragma once

namespace reddline::gdal_io {

/// The date in the place of the clock.
inline constexpr const char* no_clock = "1970-01-01T00:00:00.000Z";

/// While it lives, what this thread writes as GeoPackage bears that date: the same content gives the same bytes.
class FixedDate {
public:
    FixedDate();
    ~FixedDate();
    FixedDate(const FixedDate&) = delete;
    FixedDate& operator=(const FixedDate&) = delete;
};

}  // namespace reddline::gdal_io
