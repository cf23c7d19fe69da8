#include "inputs/biomass_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string needed =
    "[biomass]\nagb = \"a.tif\"\nsource = \"map\"\n"
    "carbon_fraction = { value = 0.47, source = \"IPCC\" }\n";

/// A loss product of 2001 to 2020, and a strata map.
AuditFile known_entries() {
    AuditFile known;
    known.loss = LossEntry{{}, {}, {}, "r", LossCodes{LossYear{2001}, LossYear{2020}}};
    known.strata.resize(1);
    known.strata[0].name = "strata-2017";
    return known;
}

/// Reads a [biomass] of 2018; `lines` begin in line 5.
BiomassEntry parse(const std::string& lines, const AuditFile& known = known_entries()) {
    return with_document(needed + lines, [&](const TomlTable& root) { return read_biomass(root, known).value(); });
}

std::string refusal(const std::string& lines, const AuditFile& known = known_entries()) {
    return tests::error_line([&] { return parse(lines, known); });
}

TEST(BiomassEntry, IsNothingWithoutItsSection) {
    EXPECT_FALSE(
        with_document("", [](const TomlTable& root) { return read_biomass(root, known_entries()); }).has_value());
}

TEST(BiomassEntry, NeedsMapYearSourceAndCarbonFraction) {
    const BiomassEntry entry = parse("year = 2018\n");
    EXPECT_THAT(entry.agb, ElementsAre("a.tif"));
    EXPECT_TRUE(entry.standard_deviation.empty());
    EXPECT_EQ(entry.year, 2018);
    EXPECT_EQ(entry.source, "map");
    EXPECT_EQ(entry.resample, Resample::none);
    EXPECT_EQ(entry.carbon_fraction.value, 0.47);
    EXPECT_EQ(entry.carbon_fraction.source, "IPCC");
    EXPECT_FALSE(entry.root_ratio.has_value());
    EXPECT_THAT(refusal(""), HasSubstr("year"));
}

TEST(BiomassEntry, TakesWhatIsOptional) {
    const BiomassEntry entry = parse(
        "year = 2000\nstandard_deviation = [\"s.tif\"]\nresample = \"nearest\"\nzones = [\"project\"]\n"
        "strata = \"strata-2017\"\nroot_ratio = { value = 0.37, source = \"x\" }\n");
    EXPECT_THAT(entry.standard_deviation, ElementsAre("s.tif"));
    EXPECT_EQ(entry.resample, Resample::nearest);
    EXPECT_THAT(entry.zones, ElementsAre("project"));
    EXPECT_EQ(entry.strata, "strata-2017");
    EXPECT_EQ(entry.root_ratio->value, 0.37);
}

TEST(BiomassEntry, StopsAtAYearWhoseForestIsNotKnown) {
    for (const std::string year : {"1999", "2021"}) {
        EXPECT_THAT(refusal("year = " + year + "\n"),
                    HasSubstr("period_outside: audit.toml:5:8: biomass.year: expected a year from 2000 (the canopy "
                              "cover's) to 2020 (the loss product's last), found " +
                              year));
    }
}

TEST(BiomassEntry, StopsAtMistakes) {
    EXPECT_THAT(
        refusal("year = 2018\nstrata = \"strata-2018\"\n"),
        HasSubstr("expected the name of a strata map, found the text \"strata-2018\"; the nearest is \"strata-2017\""));
    EXPECT_THAT(refusal("year = 2018\nroot_ratios = \"r.csv\"\nroot_ratio = { value = 1, source = \"x\" }\n"),
                HasSubstr("expected no root_ratios beside root_ratio"));
    EXPECT_THAT(refusal("year = 2018\nroot_ratio = { value = 1 }\n"), HasSubstr("source"));
    EXPECT_THAT(refusal("year = 2018\n", AuditFile{}), HasSubstr("expected [biomass] beside a loss product in [loss]"));
}

}  // namespace
}  // namespace reddline::inputs
