#include "inputs/design_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using namespace std::chrono_literals;

/// What the design may speak of: a map, a loss product of 2001 to 2020, and a monitoring period.
AuditFile known_entries() {
    AuditFile known;
    known.strata.resize(1);
    known.strata[0].name = "strata-2017";
    known.loss = LossEntry{{"l.tif"}, {"t.tif"}, {}, "r", {LossYear{2001}, LossYear{2020}}};
    known.monitoring = MonitoringPeriod{2018y / 3 / 12, 2020y / 12 / 31};
    return known;
}

SampleRules parse(const std::string& lines, const AuditFile& known = known_entries()) {
    return with_document("[sample_design]\n" + lines,
                         [&](const TomlTable& root) { return read_sample_design(root, known).value(); });
}

const std::string change = "strata = \"change\"\nseed = 7\n";
const std::string proportional = change + "allocation = \"proportional\"\n";

std::string refusal(const std::string& lines, const AuditFile& known = known_entries()) {
    return tests::error_line([&] { return parse(lines, known); });
}

TEST(DesignEntry, IsNothingWhereTheSectionIsNotThere) {
    const AuditFile known = known_entries();
    const auto read = [&](const TomlTable& root) { return read_sample_design(root, known); };
    EXPECT_FALSE(with_document("", read));
}

TEST(DesignEntry, TakesTheYearsOfTheMonitoringPeriodAndAssumesNothingElse) {
    const SampleRules rules = parse(proportional + "points = 500\n");
    EXPECT_EQ(rules.classes, SampleClasses::change);
    EXPECT_EQ(rules.map, "");
    EXPECT_EQ(rules.first_year, LossYear{2018});
    EXPECT_EQ(rules.last_year, LossYear{2020});
    EXPECT_EQ(rules.zones, SampleZones::joined);
    EXPECT_EQ(rules.near_loss_pixels, 0);
    EXPECT_EQ(rules.seed, 7);
    EXPECT_EQ(rules.allocation, Allocation::proportional);
    EXPECT_EQ(rules.points, 500);
    EXPECT_EQ(rules.floor, 0);
    EXPECT_TRUE(rules.expected.empty());
    EXPECT_TRUE(rules.targets.empty());
}

TEST(DesignEntry, ReadsEveryKey) {
    const SampleRules rules = parse(
        "strata = \"change-by-forest-type\"\nmap = \"strata-2017\"\nfirst_year = 2010\nlast_year = 2012\n"
        "zones = \"split\"\nnear_loss_pixels = 3\nseed = 0\nallocation = \"optimal\"\nfloor = 30\n"
        "expected = { \"loss\" = { \"loss\" = 0.7, \"forest\" = 0.3 } }\n"
        "targets = [{ quantity = \"overall-accuracy\", standard_error = 0.02 },\n"
        "           { quantity = \"area\", class = \"loss\", standard_error_ha = 40 }]\n");
    EXPECT_EQ(rules.classes, SampleClasses::change_by_type);
    EXPECT_EQ(rules.map, "strata-2017");
    EXPECT_EQ(rules.first_year, LossYear{2010});
    EXPECT_EQ(rules.last_year, LossYear{2012});
    EXPECT_EQ(rules.zones, SampleZones::split);
    EXPECT_EQ(rules.near_loss_pixels, 3);
    EXPECT_EQ(rules.allocation, Allocation::optimal);
    EXPECT_EQ(rules.floor, 30);
    EXPECT_THAT(rules.expected, ElementsAre(Pair("loss", ElementsAre(Pair("forest", 0.3), Pair("loss", 0.7)))));
    ASSERT_EQ(rules.targets.size(), 2U);
    EXPECT_EQ(rules.targets[0].standard_error, 0.02);
    EXPECT_EQ(rules.targets[1].class_name, "loss");
    EXPECT_EQ(rules.targets[1].standard_error, 40.0);
}

TEST(DesignEntry, ReadsPointsByHand) {
    const SampleRules rules =
        parse(change + "allocation = \"by-hand\"\npoints = { \"loss\" = 75, \"other land\" = 25 }\n");
    EXPECT_THAT(rules.by_hand, ElementsAre(Pair("loss", 75), Pair("other land", 25)));
}

TEST(DesignEntry, StopsAtWhatItDoesNotKnow) {
    EXPECT_THAT(refusal(change + "allocation = \"neymann\"\npoints = 5\n"), HasSubstr("the nearest is \"neyman\""));
    EXPECT_THAT(refusal(proportional + "points = 5\nfloors = 2\n"), HasSubstr("the nearest known one is \"floor\""));
    EXPECT_THAT(refusal(proportional + "points = 5\nmap = \"strata-2018\"\n"),
                HasSubstr("expected the name of a strata map"));
    EXPECT_THAT(refusal("strata = \"map-class\"\nseed = 1\nallocation = \"equal\"\npoints = 5\n"),
                HasSubstr("expected in sample_design the key \"map\""));
    EXPECT_THAT(refusal("strata = \"change\"\nallocation = \"equal\"\npoints = 5\n"), HasSubstr("the key \"seed\""));
}

TEST(DesignEntry, StopsAtKeysThatDoNotGoTogether) {
    EXPECT_THAT(refusal("strata = \"map-class\"\nmap = \"strata-2017\"\nseed = 1\nallocation = \"equal\"\npoints = 5\n"
                        "near_loss_pixels = 2\n"),
                HasSubstr("expected no such key beside strata of a map"));
    EXPECT_THAT(refusal(proportional + "points = 5\nfirst_year = 2018\n"), HasSubstr("both \"first_year\""));
    EXPECT_THAT(refusal(proportional + "points = 5\nfirst_year = 2018\nlast_year = 2021\n"),
                HasSubstr("period_outside"));
    EXPECT_THAT(refusal(change + "allocation = \"by-hand\"\npoints = { a = 5 }\nfloor = 2\n"), HasSubstr("no floor"));
    EXPECT_THAT(refusal(change + "allocation = \"by-hand\"\n"), HasSubstr("the table \"points\""));
    AuditFile known = known_entries();
    known.monitoring.reset();
    EXPECT_THAT(refusal(proportional + "points = 5\n", known), HasSubstr("since there is no [monitoring]"));
}

TEST(DesignEntry, StopsWhereTheNumberOfPointsIsOpen) {
    EXPECT_THAT(refusal(proportional), HasSubstr("found neither; add one of them"));
    EXPECT_THAT(refusal(proportional + "targets = [{ quantity = \"overall-accuracy\" }]\n"),
                HasSubstr("found neither"));
    EXPECT_THAT(refusal(change + "allocation = \"neyman\"\npoints = 50\n"), HasSubstr("one target beside"));
    EXPECT_THAT(refusal(change + "allocation = \"optimal\"\npoints = 50\n"
                                 "targets = [{ quantity = \"overall-accuracy\", standard_error = 0.1 }]\n"),
                HasSubstr("no points beside the allocation \"optimal\""));
}

TEST(DesignEntry, StopsAtSharesAndTargetsThatCannotBe) {
    EXPECT_THAT(refusal(proportional + "points = 5\nexpected = { a = { a = 0.7, b = 0.4 } }\n"),
                HasSubstr("add up to at most 1"));
    EXPECT_THAT(refusal(proportional + "targets = [{ quantity = \"area\", standard_error_ha = 1 }]\n"),
                HasSubstr("the key \"class\""));
    EXPECT_THAT(refusal(proportional + "targets = [{ quantity = \"area\", class = \"a\", standard_error = 1 }]\n"),
                HasSubstr("standard_error_ha for an area"));
    EXPECT_THAT(refusal(proportional + "targets = [{ quantity = \"overall-accuracy\", standard_error = 0 }]\n"),
                HasSubstr("a number above 0"));
}

}  // namespace
}  // namespace reddline::inputs
