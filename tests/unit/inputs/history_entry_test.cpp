#include "inputs/history_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

/// What the entry may speak of: a zone, and a loss product of 2001 to 2020.
AuditFile known_entries() {
    AuditFile known;
    known.zones.resize(1);
    known.zones[0].name = "reference";
    known.loss = LossEntry{{"l.tif"}, {"t.tif"}, {}, "r", {LossYear{2001}, LossYear{2020}}};
    return known;
}

HistoryRule parse(const std::string& keys, const AuditFile& known = known_entries()) {
    return with_document("h = { " + keys + " }\n",
                         [&](const TomlTable& root) { return read_history(root.at("h"), known, {"name"}); });
}

std::string refusal(const std::string& keys) {
    return tests::error_line([&] { return parse(keys); });
}

TEST(HistoryEntry, ReadsTheYearsOfAZone) {
    const HistoryRule rule = parse("zone = \"reference\", start = 2001, end = 2020, scale = \"none\"");
    EXPECT_EQ(rule.zone, "reference");
    EXPECT_EQ(rule.period.first(), LossYear{2001});
    EXPECT_EQ(rule.period.last(), LossYear{2020});
    EXPECT_EQ(rule.scale, HistoryScale::none);
}

TEST(HistoryEntry, MayReachAnywhereWithoutALossProduct) {
    AuditFile known = known_entries();
    known.loss.reset();
    EXPECT_EQ(parse("start = 1990, end = 1999", known).period.first(), LossYear{1990});
}

TEST(HistoryEntry, MayNameAnyZoneOfATableOfAreas) {
    AuditFile known = known_entries();
    known.areas = "areas.csv";
    EXPECT_EQ(parse("zone = \"elsewhere\", start = 2005, end = 2014", known).zone, "elsewhere");
}

TEST(HistoryEntry, StopsOutsideTheLossProduct) {
    EXPECT_EQ(
        refusal("start = 2000, end = 2014"),
        "period_outside: audit.toml:1:15: expected a year of the loss product, 2001 to 2020, found 2000; shorten the "
        "period, or use a release that covers it");
    EXPECT_THAT(refusal("start = 2005, end = 2021"), HasSubstr("period_outside: audit.toml:1:27: expected a year"));
}

TEST(HistoryEntry, StopsAtAnUnknownZoneKeyOrScale) {
    EXPECT_THAT(refusal("zone = \"ref\", start = 2005, end = 2014"),
                HasSubstr("audit.toml:1:14: h.zone: expected the name of a zone, found the text \"ref\""));
    EXPECT_THAT(refusal("start = 2005, stop = 2014"), HasSubstr("expected a known key in h, found \"stop\""));
    EXPECT_THAT(refusal("zone = \"reference\", start = 2005, end = 2014, scale = \"area\""),
                HasSubstr("h.scale: expected one of \"forest-area\", \"none\", found the text \"area\""));
}

TEST(HistoryEntry, StopsAtAScaleWithoutAZoneToScale) {
    EXPECT_THAT(refusal("start = 2005, end = 2014, scale = \"forest-area\""),
                HasSubstr("h.scale: expected no scale without zone, found the text \"forest-area\";"));
}

TEST(HistoryEntry, StopsWhereItEndsBeforeItStarts) {
    EXPECT_THAT(refusal("start = 2014, end = 2005"),
                HasSubstr("audit_file: audit.toml:1:5: reference_level.history: expected an end year on or after"));
}

}  // namespace
}  // namespace reddline::inputs
