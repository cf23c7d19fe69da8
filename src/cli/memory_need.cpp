#include "cli/memory_need.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/remote_file.hpp"
#include "kernels/crosstab_run.hpp"
#include "pipeline/pixel_counter.hpp"

namespace reddline::cli {

namespace {

constexpr double mebibyte = 1024.0 * 1024.0;

/// Bytes of one non-empty bin: in the sum of a thread, whose tables have room to grow, and in the result, with what
/// accounts for it and writes it.
constexpr double bytes_per_summed_bin = 36.0;
constexpr double bytes_per_result_bin = 64.0;

/// What a thread takes besides windows, tables and sums: its files and decoders.
constexpr double files_of_thread_bytes = 5.0 * mebibyte;

/// The most memory that the process has taken so far.
double most_bytes_so_far() {
    std::ifstream status("/proc/self/status");
    std::int64_t most_kib = 0;
    for (std::string line; std::getline(status, line);) {
        if (!line.starts_with("VmHWM:") && !line.starts_with("VmRSS:")) continue;
        const std::size_t digit = std::min(line.find_first_of("0123456789"), line.size());
        std::int64_t kib = 0;
        std::from_chars(line.data() + digit, line.data() + line.size(), kib);
        most_kib = std::max(most_kib, kib);
    }
    if (most_kib > 0) return 1024.0 * static_cast<double>(most_kib);
    throw Error(ErrorCode::usage, "--memory",
                "expected /proc/self/status to tell the memory in use, found that it does not; leave the option out");
}

/// Bins that so many pixels of one zone, or of what several zones share, fill at most.
///
/// Neighbours are alike, so that bins grow about with the square root of pixels: no zone measured on real tiles had
/// more than ten times that. And none, real or made, had more than two fifths of all covers and years of all classes of its
/// map; half of them leaves room.
double most_bins(std::int64_t pixels, const AuditCase& audit) {
    constexpr double most_per_root = 10.0;
    constexpr double covers = 101.0;
    std::size_t classes = 1;
    for (const StrataMap& map : audit.maps)
        classes = std::max(classes, map.legend.strata().size() + 1);  // with no data
    const double tables = std::ceil(0.5 * static_cast<double>(classes));
    const auto of_pixels = static_cast<double>(pixels);
    return std::min(
        {of_pixels, most_per_root * std::sqrt(of_pixels), tables * covers * (1.0 + audit.codes.last_code())});
}

/// Bins of the sums, where pixels that several zones share are counted once.
double summed_bins(const raster::RunTable& zones, const AuditCase& audit) {
    std::vector<std::int64_t> pixels(zones.sets().size());
    zones.for_each(zones.bounds(), [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t set) {
        pixels[set] += end - first;
    });
    double bins = 0.0;
    for (const std::int64_t of_set : pixels)
        bins += most_bins(of_set, audit);
    return bins;
}

double result_bins(const AuditCase& audit) {
    double bins = 0.0;
    for (const ZoneExtent& zone : audit.zones)
        bins += most_bins(zone.inside.pixels, audit);
    return bins;
}

}  // namespace

MemoryNeed memory_need(const gdal_io::Landscape& landscape, const AuditCase& audit, const raster::RunTable& zones,
                       double bytes_of_window) {
    const double min_areas = audit.forest.min_area_ha > 0.0 ? 2.0 : 1.0;  // each with tables of its own
    const auto table_bytes =
        static_cast<double>(pipeline::PixelCounter::most_table_bytes({.last_loss_code = audit.codes.last_code()}));
    MemoryNeed need;
    need.for_all = most_bytes_so_far() + min_areas * bytes_per_result_bin * result_bins(audit);
    need.per_thread = min_areas * (table_bytes + bytes_per_summed_bin * summed_bins(zones, audit)) + bytes_of_window +
                      files_of_thread_bytes;
    if (landscape.is_remote()) {
        need.for_all += gdal_io::kept_remote_bytes();
        need.per_thread += gdal_io::request_bytes();
    }
    return need;
}

}  // namespace reddline::cli
