#include "kernels/crosstab_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

#include "reference/crosstab_run_naive.hpp"
#include "reference/draw.hpp"

namespace reddline::kernels {
namespace {

using Bytes = std::vector<std::uint8_t>;

struct Tallies {
    std::vector<std::int64_t> pixels;
    std::vector<std::int64_t> area_cm2;
};

Tallies tally(const LayerRun& run, const std::vector<std::int64_t>& pixel_area_cm2, TallyShape shape) {
    Tallies tallies{std::vector<std::int64_t>(shape.bins()), std::vector<std::int64_t>(shape.bins())};
    crosstab_run(run, pixel_area_cm2, shape, tallies.pixels, tallies.area_cm2);
    return tallies;
}

std::int64_t sum(const std::vector<std::int64_t>& values) {
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

reference::TallyByBin by_bin(const Tallies& tallies) {
    reference::TallyByBin filled;
    for (std::size_t bin = 0; bin < tallies.pixels.size(); ++bin) {
        if (tallies.pixels[bin] != 0 || tallies.area_cm2[bin] != 0) {
            filled[bin] = {tallies.pixels[bin], tallies.area_cm2[bin]};
        }
    }
    return filled;
}

/// Every pair of a cover and a loss byte once.
struct AllPairs {
    Bytes cover_pct;
    Bytes loss_code;
    AllPairs() {
        for (int cover = 0; cover < 256; ++cover) {
            for (int loss = 0; loss < 256; ++loss) {
                cover_pct.push_back(static_cast<std::uint8_t>(cover));
                loss_code.push_back(static_cast<std::uint8_t>(loss));
            }
        }
    }
};

TEST(CrosstabRun, PutsEachPixelInTheBinOfItsCoverAndLossYearOrItsReason) {
    const TallyShape shape{.last_loss_code = 3};
    //                 kept kept kept no-mask water no-loss no-cover beyond thick
    const Bytes cover{80, 80, 0, 80, 80, 80, 255, 80, 101};
    const Bytes loss{0, 0, 3, 0, 0, 255, 2, 4, 1};
    const Bytes land{1, 1, 1, 0, 2, 1, 1, 1, 1};

    const Tallies tallies = tally({cover, loss, land}, {10}, shape);

    const reference::TallyByBin expected{{80 * 4 + 0, {2, 20}}, {0 * 4 + 3, {1, 10}},
                                         {404, {1, 10}},   // loss no data: 101 covers x 4 codes are counted bins
                                         {405, {1, 10}},   // cover no data
                                         {406, {1, 10}},   // mask no data
                                         {407, {1, 10}},   // water
                                         {408, {1, 10}},   // loss code beyond the last year
                                         {409, {1, 10}}};  // cover above 100
    EXPECT_EQ(by_bin(tallies), expected);
}

TEST(CrosstabRun, LetsTheFirstReasonDecideWhenSeveralHold) {
    const TallyShape shape{.last_loss_code = 3};
    const auto bin_of = [&](std::uint8_t cover, std::uint8_t loss, std::uint8_t land) {
        const Bytes covers{cover};
        const Bytes losses{loss};
        const Bytes lands{land};
        return by_bin(tally({covers, losses, lands}, {1}, shape)).begin()->first;
    };
    EXPECT_EQ(bin_of(255, 255, 0), shape.no_data_mask());
    EXPECT_EQ(bin_of(255, 255, 2), shape.water());
    EXPECT_EQ(bin_of(255, 255, 1), shape.no_data_loss());
    EXPECT_EQ(bin_of(255, 9, 1), shape.no_data_cover());
    EXPECT_EQ(bin_of(180, 9, 1), shape.beyond_last_year());
    EXPECT_EQ(bin_of(180, 3, 1), shape.cover_out_of_range());
}

TEST(CrosstabRun, PutsEveryPairOfCodesInExactlyOneBin) {
    const AllPairs pairs;
    for (const std::size_t last_loss_code : {0U, 1U, 20U, 253U, 254U, 255U}) {
        const TallyShape shape{.last_loss_code = last_loss_code};
        const Tallies tallies = tally({pairs.cover_pct, pairs.loss_code, {}}, {7}, shape);
        EXPECT_EQ(sum(tallies.pixels), 65'536);
        EXPECT_EQ(sum(tallies.area_cm2), 7 * 65'536);
        EXPECT_EQ(by_bin(tallies), reference::crosstab_run_naive({pairs.cover_pct, pairs.loss_code, {}},
                                                                 std::vector<std::int64_t>{7}, shape));
    }
}

TEST(CrosstabRun, PutsEveryPairOfCodesInExactlyOneBinUnderMaskValuesKnownAndUnknown) {
    const AllPairs pairs;
    const TallyShape shape{.last_loss_code = 23};
    for (const std::uint8_t mask : Bytes{0, 1, 2, 3, 127, 254, 255}) {
        const Bytes land(pairs.cover_pct.size(), mask);
        const LayerRun run{pairs.cover_pct, pairs.loss_code, land};
        const Tallies tallies = tally(run, {1}, shape);
        EXPECT_EQ(sum(tallies.pixels), 65'536);
        EXPECT_EQ(by_bin(tallies), reference::crosstab_run_naive(run, std::vector<std::int64_t>{1}, shape));
    }
}

TEST(CrosstabRun, AgreesWithItsNaiveTwinOnRandomCodesAndAPixelAreaOfEachPixel) {
    reference::Draw draw(20180312);
    const TallyShape shape{.last_loss_code = 20};
    for (int round = 0; round < 50; ++round) {
        const auto size = static_cast<std::size_t>(draw.whole(1, 3'000));
        Bytes cover(size);
        Bytes loss(size);
        Bytes land(size);
        std::vector<std::int64_t> area_cm2(size);
        for (std::size_t i = 0; i < size; ++i) {
            cover[i] = static_cast<std::uint8_t>(draw.whole(0, 255));
            loss[i] = static_cast<std::uint8_t>(draw.whole(0, 30));
            land[i] = static_cast<std::uint8_t>(draw.whole(0, 3));
            area_cm2[i] = draw.whole(1, 9'000'000);
        }
        const LayerRun run{cover, loss, land};
        const Tallies tallies = tally(run, area_cm2, shape);
        EXPECT_EQ(by_bin(tallies), reference::crosstab_run_naive(run, area_cm2, shape));
        EXPECT_EQ(sum(tallies.area_cm2), sum(area_cm2));
    }
}

TEST(CrosstabRun, AddsToWhatIsThereSoThatSplitRunsGiveTheSameTable) {
    const TallyShape shape{.last_loss_code = 2};
    const Bytes cover{10, 10, 90, 255, 40};
    const Bytes loss{0, 1, 2, 0, 200};
    const Tallies whole = tally({cover, loss, {}}, {3}, shape);

    Tallies parts = tally({std::span(cover).first(2), std::span(loss).first(2), {}}, {3}, shape);
    crosstab_run({std::span(cover).subspan(2), std::span(loss).subspan(2), {}}, std::vector<std::int64_t>{3}, shape,
                 parts.pixels, parts.area_cm2);

    EXPECT_EQ(parts.pixels, whole.pixels);
    EXPECT_EQ(parts.area_cm2, whole.area_cm2);
}

TEST(CrosstabRun, LeavesTheTableAloneForAnEmptyRun) {
    const Tallies tallies = tally({}, {5}, {.last_loss_code = 2});
    EXPECT_EQ(sum(tallies.pixels), 0);
    EXPECT_EQ(sum(tallies.area_cm2), 0);
}

}  // namespace
}  // namespace reddline::kernels
