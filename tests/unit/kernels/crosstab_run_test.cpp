#include "kernels/crosstab_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "reference/crosstab_run_naive.hpp"
#include "reference/draw.hpp"

namespace reddline::kernels {
namespace {

using testing::ElementsAre;

using Bytes = std::vector<std::uint8_t>;
using reference::TallyByBin;

constexpr CodeTable codes_as_stored = [] {
    CodeTable table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = static_cast<std::uint8_t>(byte);
    return table;
}();

/// Layers that own their pixels; no land = no mask.
struct Layers {
    Bytes cover_pct;
    Bytes loss_code;
    Bytes land = {};
    std::vector<Bytes> strata = {};
};

/// Counts all pixels, one table for every stretch of equal strata; returns the tables and where each stretch ends.
struct Stretches {
    std::vector<TallyByBin> tables;
    std::vector<std::size_t> ends;
};

TallyByBin unpacked(const std::vector<std::uint64_t>& packed, const TallyPacking& packing) {
    TallyByBin filled;
    for (std::size_t bin = 0; bin < packed.size(); ++bin) {
        if (packed[bin] != 0) filled[bin] = {packing.pixels_in(packed[bin]), packing.area_cm2_in(packed[bin])};
    }
    return filled;
}

Stretches count(const Layers& layers, const std::vector<std::int64_t>& pixel_area_cm2, TallyShape shape,
                InstructionSet set = InstructionSet::portable) {
    const TallyPacking packing(*std::ranges::max_element(pixel_area_cm2));
    const PixelBins bins(shape, codes_as_stored, codes_as_stored, codes_as_stored);
    std::vector<const std::uint8_t*> strata;
    for (const Bytes& map : layers.strata)
        strata.push_back(map.data());
    const LayerRun run{layers.loss_code.size(), layers.cover_pct.data(), layers.loss_code.data(),
                       layers.land.empty() ? nullptr : layers.land.data(), strata};
    Stretches stretches;
    for (RunCursor cursor; cursor.next < run.pixels;) {
        std::vector<std::uint64_t> packed(shape.bins());
        crosstab_run(run, find_changes_with(set), bins, pixel_area_cm2, packing, cursor, packed);
        stretches.tables.push_back(unpacked(packed, packing));
        stretches.ends.push_back(cursor.next);
    }
    return stretches;
}

/// The same by the naive twin, with stretches cut where any map changes.
Stretches count_naive(const Layers& layers, const std::vector<std::int64_t>& pixel_area_cm2, TallyShape shape) {
    const std::size_t pixels = layers.loss_code.size();
    const LayerRun run{pixels,
                       layers.cover_pct.data(),
                       layers.loss_code.data(),
                       layers.land.empty() ? nullptr : layers.land.data(),
                       {}};
    Stretches stretches;
    std::size_t first = 0;
    for (std::size_t i = 0; i < pixels; ++i) {
        const bool goes_on = i + 1 < pixels &&
                             std::ranges::all_of(layers.strata, [i](const Bytes& map) { return map[i] == map[i + 1]; });
        if (goes_on) continue;
        reference::crosstab_run_naive(run, first, i + 1, pixel_area_cm2, shape, stretches.tables.emplace_back());
        stretches.ends.push_back(i + 1);
        first = i + 1;
    }
    return stretches;
}

TallyByBin counted(const Layers& layers, const std::vector<std::int64_t>& pixel_area_cm2, TallyShape shape) {
    return count(layers, pixel_area_cm2, shape).tables.front();
}

std::int64_t pixels_in(const TallyByBin& tally) {
    return std::accumulate(tally.begin(), tally.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& bin) { return sum + bin.second.first; });
}

/// Every pair of a cover and a loss byte once.
Layers all_pairs() {
    Layers pairs;
    for (int cover = 0; cover < 256; ++cover) {
        for (int loss = 0; loss < 256; ++loss) {
            pairs.cover_pct.push_back(static_cast<std::uint8_t>(cover));
            pairs.loss_code.push_back(static_cast<std::uint8_t>(loss));
        }
    }
    return pairs;
}

/// Random stretches of equal bytes of up to `longest` pixels.
Bytes random_bytes(reference::Draw& draw, std::size_t pixels, std::int64_t longest, std::int64_t highest) {
    Bytes bytes;
    while (bytes.size() < pixels) {
        const auto length = static_cast<std::size_t>(draw.whole(1, longest));
        bytes.insert(bytes.end(), length, static_cast<std::uint8_t>(draw.whole(0, highest)));
    }
    bytes.resize(pixels);
    return bytes;
}

TEST(CrosstabRun, PutsEachPixelInTheBinOfItsCoverAndLossYearOrItsReason) {
    const TallyShape shape{.last_loss_code = 3};
    //                       kept kept kept no-mask water no-loss no-cover beyond thick
    const Layers layers{.cover_pct = {80, 80, 0, 80, 80, 80, 255, 80, 101},
                        .loss_code = {0, 0, 3, 0, 0, 255, 2, 4, 1},
                        .land = {1, 1, 1, 0, 2, 1, 1, 1, 1}};
    // 103 bins for each loss code 0..3, one beyond and one without data; then water and no mask.
    const TallyByBin expected{
        {80, {2, 20}},           {3 * 103, {1, 10}},      {1 * 103 + 101, {1, 10}}, {2 * 103 + 102, {1, 10}},
        {4 * 103 + 80, {1, 10}}, {5 * 103 + 80, {1, 10}}, {6 * 103, {1, 10}},       {6 * 103 + 1, {1, 10}}};
    EXPECT_EQ(counted(layers, {10}, shape), expected);
}

TEST(CrosstabRun, ReadsTheBytesByTheirTables) {
    const TallyShape shape{.last_loss_code = 3};
    CodeTable cover = codes_as_stored;
    cover[200] = 255;  // this file marks no data by 200
    CodeTable loss = codes_as_stored;
    loss[7] = 2;
    CodeTable land{};
    land[9] = 1;
    const PixelBins bins(shape, cover, loss, land);
    EXPECT_EQ(bins.of(55, 7, 9), shape.bin(55, 2));
    EXPECT_EQ(bins.of(200, 7, 9), shape.bin(shape.no_data_cover, 2));
    EXPECT_EQ(bins.of(55, 7, 1), shape.no_data_mask());
    EXPECT_EQ(bins.on_land(55, 9), shape.bin(55, shape.beyond_last_year()));
}

TEST(CrosstabRun, PutsEveryPairOfCodesInExactlyOneBin) {
    const Layers pairs = all_pairs();
    for (const std::size_t last_loss_code : {0U, 1U, 20U, 249U, 250U}) {
        const TallyShape shape{.last_loss_code = last_loss_code};
        const Stretches stretches = count(pairs, {7}, shape);
        EXPECT_THAT(stretches.ends, ElementsAre(65'536U));
        EXPECT_EQ(pixels_in(stretches.tables.front()), 65'536);
        EXPECT_EQ(stretches.tables, count_naive(pairs, {7}, shape).tables);
    }
}

TEST(CrosstabRun, PutsEveryPairOfCodesInExactlyOneBinUnderMaskValuesKnownAndUnknown) {
    Layers pairs = all_pairs();
    const TallyShape shape{.last_loss_code = 23};
    for (const std::uint8_t mask : Bytes{0, 1, 2, 3, 127, 254, 255}) {
        pairs.land.assign(pairs.cover_pct.size(), mask);
        EXPECT_EQ(count(pairs, {1}, shape).tables, count_naive(pairs, {1}, shape).tables);
    }
}

TEST(CrosstabRun, AgreesWithItsNaiveTwinForEveryLengthAndInstructionSet) {
    reference::Draw draw(20180312);
    const TallyShape shape{.last_loss_code = 20};
    for (std::size_t pixels = 1; pixels <= 400; ++pixels) {
        Layers layers{.cover_pct = random_bytes(draw, pixels, 12, 110),
                      .loss_code = random_bytes(draw, pixels, 30, 22)};
        if (pixels % 2 == 0) layers.land = random_bytes(draw, pixels, 90, 3);
        for (std::size_t map = 0; map < pixels % 4; ++map)
            layers.strata.push_back(random_bytes(draw, pixels, 70, 9));
        std::vector<std::int64_t> area_cm2{draw.whole(1, 9'000'000)};
        while (pixels % 3 == 0 && area_cm2.size() < pixels)
            area_cm2.push_back(draw.whole(1, 9'000'000));
        const Stretches expected = count_naive(layers, area_cm2, shape);
        for (const InstructionSet set : available_instruction_sets()) {
            const Stretches stretches = count(layers, area_cm2, shape, set);
            ASSERT_EQ(stretches.ends, expected.ends) << pixels << " pixels, set " << static_cast<int>(set);
            ASSERT_EQ(stretches.tables, expected.tables) << pixels << " pixels, set " << static_cast<int>(set);
        }
    }
}

TEST(CrosstabRun, CountsEveryPixelAgainByTheCoverThatThePatchFilterLeaves) {
    reference::Draw draw(20190511);
    const TallyShape shape{.last_loss_code = 20};
    const TallyPacking packing(7);
    const PixelBins bins(shape, codes_as_stored, codes_as_stored, codes_as_stored);
    for (std::size_t pixels = 1; pixels <= 300; ++pixels) {
        Layers layers{.cover_pct = random_bytes(draw, pixels, 12, 110),
                      .loss_code = random_bytes(draw, pixels, 30, 22)};
        if (pixels % 2 == 0) layers.land = random_bytes(draw, pixels, 90, 3);
        // The filter never raises a cover, and sets it to 0 where there is none.
        Bytes opened_pct = random_bytes(draw, pixels, 20, 100);
        Layers filtered = layers;
        for (std::size_t i = 0; i < pixels; ++i) {
            opened_pct[i] = layers.cover_pct[i] > 100 ? std::uint8_t{0} : std::min(opened_pct[i], layers.cover_pct[i]);
            if (layers.cover_pct[i] <= 100) filtered.cover_pct[i] = opened_pct[i];
        }
        const TallyByBin expected = count_naive(layers, {7}, shape).tables.front();
        const TallyByBin expected_filtered = count_naive(filtered, {7}, shape).tables.front();
        for (const InstructionSet set : available_instruction_sets()) {
            const LayerRun run{.pixels = pixels,
                               .cover_pct = layers.cover_pct.data(),
                               .loss_code = layers.loss_code.data(),
                               .land = layers.land.empty() ? nullptr : layers.land.data(),
                               .strata = {},
                               .opened_pct = opened_pct.data()};
            std::vector<std::uint64_t> packed(2 * shape.bins());
            RunCursor cursor;
            crosstab_run(run, find_changes_with(set), bins, std::vector<std::int64_t>{7}, packing, cursor, packed);
            const auto half = packed.begin() + static_cast<std::ptrdiff_t>(shape.bins());
            ASSERT_EQ(unpacked({packed.begin(), half}, packing), expected) << pixels << " pixels";
            ASSERT_EQ(unpacked({half, packed.end()}, packing), expected_filtered) << pixels << " pixels";
        }
    }
}

TEST(CrosstabRun, StopsWhereAnyStrataMapChanges) {
    const Layers layers{
        .cover_pct = Bytes(6, 40), .loss_code = Bytes(6, 0), .strata = {{1, 1, 2, 2, 2, 2}, {5, 5, 5, 5, 6, 6}}};
    EXPECT_THAT(count(layers, {1}, {.last_loss_code = 2}).ends, ElementsAre(2U, 4U, 6U));
}

TEST(TallyPacking, HoldsAsManyPixelsAsItPromisesWhateverTheirSize) {
    for (const std::int64_t largest_cm2 :
         {std::int64_t{1}, std::int64_t{7'693'170}, std::int64_t{1} << 40, std::int64_t{5'100'656'217'240'000'000}}) {
        const TallyPacking packing(largest_cm2);
        ASSERT_GE(packing.most_pixels(), 1);
        const std::uint64_t full = static_cast<std::uint64_t>(packing.most_pixels()) * packing.pixel(largest_cm2);
        EXPECT_EQ(packing.pixels_in(full), packing.most_pixels());
        EXPECT_EQ(packing.area_cm2_in(full), packing.most_pixels() * largest_cm2);
    }
    EXPECT_GE(TallyPacking(7'693'170).most_pixels(), 1'000'000) << "a block of usual pixels must not empty its tables";
}

}  // namespace
}  // namespace reddline::kernels
