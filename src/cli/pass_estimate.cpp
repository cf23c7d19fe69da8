#include "cli/pass_estimate.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/halo_plan.hpp"

namespace reddline::cli {

namespace {

/// Groups of neighbouring windows from all over the plan, of so many pixels together that they are counted in about half a
/// second, and at least one window.
std::vector<raster::Band> sample_of(const std::vector<raster::Band>& plan) {
    constexpr std::int64_t most_groups = 12;
    constexpr std::int64_t most_in_group = 16;
    constexpr std::int64_t sample_pixels = 36'000'000;
    raster::Band windows;
    for (const raster::Band& band : plan)
        windows.insert(windows.end(), band.begin(), band.end());
    std::int64_t pixels = 0;
    for (const raster::Window& window : windows)
        pixels += window.pixels();
    const auto all = static_cast<std::int64_t>(windows.size());
    const std::int64_t affordable =
        std::clamp<std::int64_t>(sample_pixels * all / std::max<std::int64_t>(1, pixels), 1, all);
    const std::int64_t groups = std::clamp<std::int64_t>(affordable / 2, 1, most_groups);
    const std::int64_t in_group = std::clamp<std::int64_t>(affordable / groups, 1, most_in_group);
    std::vector<raster::Band> sample;
    for (std::int64_t i = 0; i < groups; ++i) {
        const std::int64_t first = i * all / groups;
        const std::int64_t end = std::min((i + 1) * all / groups, first + in_group);
        sample.emplace_back(windows.begin() + first, windows.begin() + end);
    }
    return sample;
}

struct TimedSums {
    double seconds = 0.0;
    std::vector<pipeline::CrosstabSum> sums;
};

TimedSums timed_sums(const RasterInputs& rasters, const std::vector<raster::Band>& plan, const AuditCase& audit,
                     const std::atomic<bool>& stop) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<pipeline::CrosstabSum> sums = pipeline::sum_tiles(
        plan, rasters.landscape.grid(), rasters.zones_to_read(), [&] { return rasters.landscape.open_stack(); },
        rules_of(rasters.landscape, audit), {.threads = 1, .stop = &stop});
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), std::move(sums)};
}

/// Counts a few windows; the seconds are those that counting all of them will take by that.
TimedSums tried_sums(const RasterInputs& rasters, const AuditCase& audit, const std::vector<raster::Band>& sample,
                     const std::atomic<bool>& stop) {
    const auto pixels = [&](const std::vector<raster::Band>& plan) {
        return static_cast<double>(raster::pixels_with_halo(plan, rasters.halo, rasters.landscape.grid()));
    };
    const std::vector<raster::Band> first{{sample.front().front()}};
    TimedSums tried = timed_sums(rasters, first, audit, stop);
    double counted_pixels = pixels(first);
    if (raster::windows_in(sample) > 1) {
        // What opening the files takes is no part of what each further window takes.
        const double seconds_of_first = tried.seconds;
        tried = timed_sums(rasters, sample, audit, stop);
        tried.seconds = std::max(0.0, tried.seconds - seconds_of_first);
        counted_pixels = pixels(sample) - counted_pixels;
    }
    const std::size_t threads = std::min(rasters.threads, rasters.plan_to_read().bands.size());
    tried.seconds *= pixels(rasters.plan_to_read().bands) / counted_pixels / static_cast<double>(threads);
    return tried;
}

std::string time_text(double seconds, std::size_t threads) {
    constexpr double least = 0.1;
    return (seconds < least ? "under " + fixed(least, 1) : "about " + fixed(seconds, seconds < 10.0 ? 1 : 0)) +
           " s on " + counted(static_cast<std::int64_t>(threads), "thread") + ", judging by a few windows";
}

}  // namespace

gdal_io::ReadingLoad load_of(const RasterInputs& rasters) {
    const raster::Grid& grid = rasters.landscape.grid();
    std::vector<raster::Window> windows;
    for (const raster::Band& band : rasters.plan_to_read().bands) {
        for (const raster::Window& window : band)
            windows.push_back(grown(window, rasters.halo, {0, 0, grid.columns, grid.rows}));
    }
    return rasters.landscape.load_of(windows);
}

Trial try_windows(const RasterInputs& rasters, const AuditCase& audit, const std::atomic<bool>& stop) {
    const std::vector<raster::Band>& plan = rasters.plan_to_read().bands;
    if (plan.empty()) return {time_text(0.0, rasters.threads), {}, WindowsTried::some};
    const std::vector<raster::Band> sample = sample_of(plan);
    try {
        const TimedSums tried = tried_sums(rasters, audit, sample, stop);
        const bool is_all = !rasters.indexed && raster::windows_in(sample) == raster::windows_in(plan);
        return {time_text(tried.seconds, rasters.threads),
                pipeline::crosstabs_of_some(tried.sums, 0, rasters.zones_to_read(), rules_of(rasters.landscape, audit)),
                is_all ? WindowsTried::all : WindowsTried::some};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::stopped) throw;
        // The check says what is known without the pixels; a pixel that cannot be counted stops the run itself.
        return {"not known, because of the few windows tried one cannot be counted: " + error.subject() + ": " +
                    error.message(),
                {},
                WindowsTried::none};
    }
}

}  // namespace reddline::cli
