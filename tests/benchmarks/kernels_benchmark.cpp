#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

#include "kernels/crosstab_run.hpp"
#include "kernels/patch_filter.hpp"
#include "kernels/pixel_area.hpp"
#include "kernels/polygon_spans.hpp"
#include "raster/block.hpp"
#include "raster/run_table.hpp"
#include "reference/draw.hpp"
#include "reference/patchy_landscape.hpp"

// Every benchmark reports items per second; an item is a pixel unless its name says otherwise.

namespace reddline {
namespace {

constexpr std::size_t side = 1'024;
constexpr std::int64_t pixel_cm2 = 7'500'000;  // a pixel of 0.00025 degree at 13 N
constexpr std::int64_t cm2_in_a_hectare = 100'000'000;
constexpr std::uint8_t last_loss_code = 23;

/// A square of patchy forest as one block of the pass would bring it.
struct Landscape {
    std::vector<std::uint8_t> cover_pct;
    std::vector<std::uint8_t> loss_code;
    std::vector<std::uint8_t> land = std::vector<std::uint8_t>(side * side, 1);

    Landscape() {
        reference::Draw draw(2018);
        cover_pct = reference::patchy_cover(draw, side, side);
        loss_code = reference::patchy_loss(draw, side, side, last_loss_code);
    }
};

const Landscape& landscape() {
    static const Landscape only;
    return only;
}

void count_pixels(benchmark::State& state, std::int64_t pixels_per_round) {
    state.SetItemsProcessed(state.iterations() * pixels_per_round);
}

/// Counts the landscape in runs of the given length, as zones would cut it.
void crosstab_runs(benchmark::State& state, kernels::InstructionSet set, std::size_t areas) {
    const Landscape& place = landscape();
    const auto length = static_cast<std::size_t>(state.range(0));
    const kernels::TallyShape shape{.last_loss_code = last_loss_code};
    const kernels::PixelBins bins(shape, raster::plain_codes, raster::plain_codes, raster::plain_codes);
    const kernels::TallyPacking packing(pixel_cm2);
    const std::vector<std::int64_t> area_cm2(areas, pixel_cm2);
    std::vector<std::uint64_t> packed(shape.bins());
    for (auto _ : state) {
        for (std::size_t first = 0; first < side * side; first += length) {
            const kernels::LayerRun run{
                length, &place.cover_pct[first], &place.loss_code[first], &place.land[first], {}};
            const auto run_areas = std::span(area_cm2).subspan(areas == 1 ? 0 : first, areas == 1 ? 1 : length);
            for (kernels::RunCursor cursor; cursor.next < length;)
                kernels::crosstab_run(run, kernels::find_changes_with(set), bins, run_areas, packing, cursor, packed);
        }
        benchmark::DoNotOptimize(packed.data());
        std::ranges::fill(packed, 0);
    }
    count_pixels(state, side * side);
}

void crosstab_of_runs(benchmark::State& state) {
    crosstab_runs(state, kernels::available_instruction_sets().back(), 1);
}
void crosstab_of_runs_by_portable_instructions(benchmark::State& state) {
    crosstab_runs(state, kernels::InstructionSet::portable, 1);
}
void crosstab_of_runs_with_an_area_per_pixel(benchmark::State& state) {
    crosstab_runs(state, kernels::available_instruction_sets().back(), side * side);
}
BENCHMARK(crosstab_of_runs)->Arg(8)->Arg(64)->Arg(1'024);
BENCHMARK(crosstab_of_runs_by_portable_instructions)->Arg(1'024);
BENCHMARK(crosstab_of_runs_with_an_area_per_pixel)->Arg(1'024);

/// Opens the landscape; the first argument is the minimum area in tenths of a hectare, the second the
/// neighbours.
void open_landscape(benchmark::State& state, kernels::InstructionSet set) {
    const Landscape& place = landscape();
    const std::vector<std::int64_t> area_cm2(side, pixel_cm2);
    const std::int64_t min_area_cm2 = state.range(0) * cm2_in_a_hectare / 10;
    const auto connectivity = static_cast<kernels::Connectivity>(state.range(1));
    kernels::PatchWorkspace workspace;
    std::vector<std::uint8_t> opened_pct(side * side);
    for (auto _ : state) {
        kernels::open_patches(place.cover_pct, side, area_cm2, min_area_cm2, connectivity, set, workspace, opened_pct);
        benchmark::DoNotOptimize(opened_pct.data());
    }
    count_pixels(state, side * side);
}
void open_patches(benchmark::State& state) {
    open_landscape(state, kernels::available_instruction_sets().back());
}
void open_patches_by_portable_instructions(benchmark::State& state) {
    open_landscape(state, kernels::InstructionSet::portable);
}
BENCHMARK(open_patches)->Args({5, 8})->Args({5, 4})->Args({100, 8})->Unit(benchmark::kMillisecond);
BENCHMARK(open_patches_by_portable_instructions)->Args({5, 8})->Unit(benchmark::kMillisecond);

/// An item is a row of the grid.
void pixel_area_of_rows(benchmark::State& state) {
    for (auto _ : state) {
        std::int64_t sum_cm2 = 0;
        for (int row = 0; row < 1'000; ++row) {
            const double lat_deg = 10.0 + 0.00025 * row;
            sum_cm2 +=
                kernels::geographic_pixel_area_cm2(6378137.0, 6356752.314245179, lat_deg, lat_deg + 0.00025, 0.00025);
        }
        benchmark::DoNotOptimize(sum_cm2);
    }
    count_pixels(state, 1'000);
}
BENCHMARK(pixel_area_of_rows);

/// A ragged boundary of the given number of corners around the middle of a raster of `width` x `width`
/// pixels.
std::vector<kernels::PixelPoint> ragged_boundary(std::int64_t corners, double width) {
    reference::Draw draw(7);
    std::vector<kernels::PixelPoint> ring;
    for (std::int64_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double reach = width * (0.4 + 0.05 * std::sin(9.0 * angle) + 0.002 * draw.real(-1.0, 1.0));
        ring.push_back({width / 2.0 + reach * std::cos(angle), width / 2.0 + reach * std::sin(angle)});
    }
    return ring;
}

/// An item is a pixel inside the polygon; the argument is its number of corners.
void polygon_spans(benchmark::State& state) {
    constexpr std::int64_t width = 10'000;
    const std::vector<std::vector<kernels::PixelPoint>> rings{
        ragged_boundary(state.range(0), static_cast<double>(width))};
    std::vector<kernels::PixelSpan> spans;
    for (auto _ : state) {
        spans.clear();
        kernels::polygon_spans(rings, width, width, spans);
        benchmark::DoNotOptimize(spans.data());
    }
    std::int64_t inside = 0;
    for (const kernels::PixelSpan& span : spans)
        inside += span.end - span.first;
    count_pixels(state, inside);
}
BENCHMARK(polygon_spans)->Arg(100)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// An item is a span; the argument is the number of overlapping areas they belong to.
void run_table_of_spans(benchmark::State& state) {
    constexpr std::int64_t rows_per_area = 2'000;
    reference::Draw draw(9);
    std::vector<raster::Span> spans;
    for (std::int64_t area = 0; area < state.range(0); ++area) {
        const std::int64_t top = draw.whole(0, 38'000);
        const std::int64_t left = draw.whole(0, 38'000);
        for (std::int64_t row = 0; row < rows_per_area; ++row) {
            const std::int64_t first = left + draw.whole(0, 50);
            spans.push_back({top + row, first, first + 1'000 + draw.whole(0, 50), static_cast<std::uint32_t>(area)});
        }
    }
    for (auto _ : state) {
        const raster::RunTable table(spans);
        benchmark::DoNotOptimize(table.sets().data());
    }
    count_pixels(state, static_cast<std::int64_t>(spans.size()));
}
BENCHMARK(run_table_of_spans)->Arg(10)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reddline
