#include "accounting/share_matrix.hpp"

#include <gmock/gmock.h>

#include <map>
#include <tuple>

#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

// Of 45 ha that ours calls evergreen, theirs calls 10 evergreen, 30 deciduous and 5 crops; what ours calls deciduous is
// nowhere forest there.
const std::vector<tests::Land> disputed{{"project", "evergreen", "evergreen", 80, 2019, 10},
                                        {"project", "evergreen", "deciduous", 80, 2020, 30},
                                        {"project", "evergreen", "crops", 80, 2020, 5},
                                        {"project", "deciduous", "rubber", 80, 2020, 7},
                                        {"project", "crops", "deciduous", 80, 2020, 20}};

std::vector<ShareRow> rows_of(const std::vector<tests::Land>& land) {
    const AuditCase audit = small_case(land, tests::two_earlier_maps());
    return share_matrix(audit, LostArea(audit, 0, audit.forest), {0, 1});
}

TEST(ShareMatrix, SharesTheForestOfOneMapOutOverTheForestOfAnother) {
    const auto rows = rows_of(disputed);

    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].from_map, 0U);
    EXPECT_EQ(rows[0].to_map, 1U);
    EXPECT_EQ(rows[0].from, "evergreen");
    EXPECT_EQ(rows[0].to, "evergreen");
    EXPECT_EQ(rows[0].area.value(), 10);
    EXPECT_EQ(rows[0].share, 0.25);
    EXPECT_EQ(rows[1].to, "deciduous");
    EXPECT_EQ(rows[1].area.value(), 30);
    EXPECT_EQ(rows[1].share, 0.75);
}

TEST(ShareMatrix, HasNoRowForAStratumThatIsNowhereForestInTheOtherMap) {
    for (const ShareRow& row : rows_of(disputed))
        EXPECT_FALSE(row.from_map == 0 && row.from == "deciduous") << row.to;
}

TEST(ShareMatrix, AsksEveryPairInBothDirections) {
    const auto rows = rows_of(disputed);

    // Theirs calls 30 ha deciduous that ours calls evergreen; the 20 ha that ours calls crops have no part.
    EXPECT_EQ(rows[3].from_map, 1U);
    EXPECT_EQ(rows[3].to_map, 0U);
    EXPECT_EQ(rows[3].from, "deciduous");
    EXPECT_EQ(rows[3].to, "evergreen");
    EXPECT_EQ(rows[3].area.value(), 30);
    EXPECT_EQ(rows[3].share, 1.0);
}

TEST(ShareMatrix, SharesOfEveryStratumSumToOne) {
    const std::vector<tests::Land> thirds{{"project", "evergreen", "evergreen", 80, 2019, 1},
                                          {"project", "evergreen", "deciduous", 80, 2019, 2},
                                          {"project", "deciduous", "evergreen", 80, 2020, 5},
                                          {"project", "deciduous", "deciduous", 80, 2020, 6}};
    std::map<std::tuple<std::size_t, std::size_t, std::string>, double> sums;
    for (const ShareRow& row : rows_of(thirds))
        sums[{row.from_map, row.to_map, row.from}] += row.share;

    ASSERT_EQ(sums.size(), 4U);
    for (const auto& [key, sum] : sums)
        EXPECT_DOUBLE_EQ(sum, 1.0);
}

TEST(ShareMatrix, IsEmptyWithOneMap) {
    const AuditCase audit = small_case(disputed, tests::two_earlier_maps());

    EXPECT_TRUE(share_matrix(audit, LostArea(audit, 0, audit.forest), {1}).empty());
}

}  // namespace
}  // namespace reddline::accounting
