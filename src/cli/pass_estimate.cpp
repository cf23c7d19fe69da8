#include "cli/pass_estimate.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/halo_plan.hpp"

namespace reddline::cli {

namespace {

/// Groups of neighbouring windows from all over the plan.
std::vector<raster::Band> sample_of(const std::vector<raster::Band>& plan) {
    constexpr std::size_t groups = 12;
    constexpr std::int64_t pixels_of_group = 3'000'000;  // half a second or less for all groups
    raster::Band windows;
    for (const raster::Band& band : plan)
        windows.insert(windows.end(), band.begin(), band.end());
    std::int64_t pixels = 0;
    for (const raster::Window& window : windows)
        pixels += window.pixels();
    const std::int64_t usual = pixels / static_cast<std::int64_t>(windows.size());
    const auto in_group = std::clamp<std::int64_t>(pixels_of_group / std::max<std::int64_t>(1, usual), 2, 16);
    const auto most_windows = static_cast<std::size_t>(in_group);
    std::vector<raster::Band> sample;
    const std::size_t count = std::min(groups, windows.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = i * windows.size() / count;
        const std::size_t end = std::min((i + 1) * windows.size() / count, first + most_windows);
        const auto start = windows.begin();
        sample.emplace_back(start + static_cast<std::ptrdiff_t>(first), start + static_cast<std::ptrdiff_t>(end));
    }
    return sample;
}

double seconds_of(const RasterInputs& rasters, const std::vector<raster::Band>& plan, const AuditCase& audit) {
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(pipeline::crosstab_tiles(plan, rasters.landscape.grid(), rasters.zones,
                                               [&] { return rasters.landscape.open_stack(); }, rules_of(rasters, audit),
                                               {.threads = 1}));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Seconds that counting will take, by what a few windows take now.
double estimated_seconds(const RasterInputs& rasters, const LoadedTables& tables) {
    if (rasters.plan.empty()) return 0.0;
    const std::vector<raster::Band> sample = sample_of(rasters.plan);
    // What opening the files takes is no part of what each window takes.
    const double opening = seconds_of(rasters, {{sample.front().front()}}, tables.audit);
    const double seconds = seconds_of(rasters, sample, tables.audit);
    const std::int64_t halo = raster::halo_of(tables.audit.forest.min_area_ha, rasters.landscape.smallest_pixel_cm2());
    const auto pixels = [&](const std::vector<raster::Band>& plan) {
        return static_cast<double>(raster::pixels_with_halo(plan, halo, rasters.landscape.grid()));
    };
    return std::max(0.0, seconds - opening) * pixels(rasters.plan) / pixels(sample) /
           static_cast<double>(rasters.threads);
}

}  // namespace

gdal_io::ReadingLoad load_of(const RasterInputs& rasters, const LoadedTables& tables) {
    const raster::Grid& grid = rasters.landscape.grid();
    const std::int64_t halo = raster::halo_of(tables.audit.forest.min_area_ha, rasters.landscape.smallest_pixel_cm2());
    std::vector<raster::Window> windows;
    for (const raster::Band& band : rasters.plan) {
        for (const raster::Window& window : band)
            windows.push_back(grown(window, halo, {0, 0, grid.columns, grid.rows}));
    }
    return rasters.landscape.load_of(windows);
}

std::string time_text(const RasterInputs& rasters, const LoadedTables& tables) {
    try {
        const double seconds = estimated_seconds(rasters, tables);
        return "about " + fixed(seconds, seconds < 10.0 ? 1 : 0) + " s on " +
               counted(static_cast<std::int64_t>(rasters.threads), "thread") + ", as a few windows took";
    } catch (const Error& error) {
        // The check says what is known without the pixels; a pixel that cannot be counted stops the run itself.
        return "not known, because of the few windows tried one cannot be counted: " + error.subject() + ": " +
               error.message();
    }
}

}  // namespace reddline::cli
