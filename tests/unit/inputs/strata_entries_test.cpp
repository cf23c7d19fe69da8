#include "inputs/strata_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<StrataEntry> parse(std::string_view text) {
    return with_document(text, read_strata_entries);
}

std::string refusal(std::string_view text) {
    return tests::error_line([&] { return parse(text); });
}

/// A good raster entry with one more line at the end, line 7.
std::string raster_entry_and(const std::string& line) {
    return "[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\nraster = "
           "\"m.tif\"\n" +
           line;
}

TEST(StrataEntries, ReadsARaster) {
    const auto strata = parse(
        "[[strata]]\nname = \"cgls-2015\"\nraster = [\"a.tif\", \"b.tif\"]\nyear = 2015\nlegend = "
        "\"legend.csv\"\n"
        "resample = \"nearest\"\nrole = \"monitoring\"\n");
    ASSERT_EQ(strata.size(), 1U);
    EXPECT_EQ(strata[0].name, "cgls-2015");
    EXPECT_THAT(strata[0].raster, ElementsAre("a.tif", "b.tif"));
    EXPECT_EQ(strata[0].vector, "");
    EXPECT_EQ(strata[0].year, 2015);
    EXPECT_EQ(strata[0].legend, "legend.csv");
    EXPECT_EQ(strata[0].resample, Resample::nearest);
    EXPECT_EQ(strata[0].role, StrataRole::monitoring);
}

TEST(StrataEntries, ReadsARasterOnTheGridGivenAsOneText) {
    const auto strata = parse(raster_entry_and(""));
    EXPECT_THAT(strata[0].raster, ElementsAre("m.tif"));
    EXPECT_EQ(strata[0].resample, Resample::none);
    EXPECT_EQ(strata[0].role, StrataRole::baseline);
}

TEST(StrataEntries, ReadsPolygonsWithAnAttribute) {
    const auto strata = parse(
        "[[strata]]\nname = \"plots\"\nvector = \"p.gpkg\"\nlayer = \"types\"\nattribute = \"type\"\nyear = "
        "2014\n"
        "legend = \"l.csv\"\nrole = \"independent\"\n");
    EXPECT_TRUE(strata[0].raster.empty());
    EXPECT_EQ(strata[0].vector, "p.gpkg");
    EXPECT_EQ(strata[0].layer, "types");
    EXPECT_EQ(strata[0].attribute, "type");
    EXPECT_EQ(strata[0].role, StrataRole::independent);
}

TEST(StrataEntries, AreNoneWithoutTheirSection) {
    EXPECT_TRUE(parse("").empty());
}

TEST(StrataEntries, StopsAtARasterBesideAVector) {
    EXPECT_THAT(
        refusal(raster_entry_and("vector = \"p.gpkg\"\n")),
        HasSubstr("audit_file: audit.toml:7:10: strata.vector: expected no vector beside raster, found the text "
                  "\"p.gpkg\"; remove one of the two"));
}

TEST(StrataEntries, StopsWithoutARasterOrAVector) {
    EXPECT_THAT(
        refusal("[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\n"),
        HasSubstr("audit_file: audit.toml:1:1: expected the key \"raster\" or the key \"vector\" in strata, found "
                  "neither;"));
}

TEST(StrataEntries, StopsAtALayerOrAnAttributeOfARaster) {
    EXPECT_THAT(refusal(raster_entry_and("layer = \"x\"\n")),
                HasSubstr("audit.toml:7:9: strata.layer: expected no layer beside raster"));
    EXPECT_THAT(refusal(raster_entry_and("attribute = \"x\"\n")),
                HasSubstr("audit.toml:7:13: strata.attribute: expected no attribute beside raster"));
}

TEST(StrataEntries, StopsAtAVectorThatIsToBeResampled) {
    EXPECT_THAT(refusal("[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\n"
                        "vector = \"p.gpkg\"\nattribute = \"a\"\nresample = \"nearest\"\n"),
                HasSubstr("audit.toml:8:12: strata.resample: expected no resample beside vector"));
}

TEST(StrataEntries, StopsAtAVectorWithoutAnAttribute) {
    EXPECT_THAT(refusal("[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\n"
                        "vector = \"p.gpkg\"\n"),
                HasSubstr("audit.toml:1:1: expected the key \"attribute\" in strata with a vector, found none;"));
}

TEST(StrataEntries, StopsAtAnotherResamplingThanNearest) {
    EXPECT_THAT(
        refusal(raster_entry_and("resample = \"bilinear\"\n")),
        HasSubstr("audit.toml:7:12: strata.resample: expected one of \"nearest\", found the text \"bilinear\";"));
}

TEST(StrataEntries, StopsAtAnUnknownRole) {
    EXPECT_THAT(refusal("[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nraster = \"m.tif\"\n"
                        "role = \"base line\"\n"),
                HasSubstr("audit.toml:6:8: strata.role: expected one of \"baseline\", \"monitoring\", "
                          "\"independent\", found "
                          "the text \"base line\"; the nearest is \"baseline\""));
}

TEST(StrataEntries, StopsAtEveryNameThatIsAColumnOfTheCrosstab) {
    for (const std::string name : {"zone", "min_area_ha", "cover_pct", "loss_year", "pixels", "area_cm2", "area_ha"}) {
        EXPECT_THAT(refusal("[[strata]]\nname = \"" + name +
                            "\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\nraster = \"m.tif\"\n"),
                    HasSubstr("audit.toml:2:8: strata.name: expected a name that is not a column of "
                              "crosstab.csv, found the "
                              "text \"" +
                              name + "\";"));
    }
}

TEST(StrataEntries, StopsAtANameGivenTwice) {
    EXPECT_THAT(refusal(raster_entry_and("") + raster_entry_and("")),
                HasSubstr("audit.toml:8:8: strata.name: expected a name that no entry before it has"));
}

TEST(StrataEntries, StopsAtAnEmptyListOfRasters) {
    EXPECT_THAT(
        refusal("[[strata]]\nname = \"m\"\nyear = 2015\nlegend = \"l.csv\"\nrole = \"baseline\"\nraster = []\n"),
        HasSubstr("audit.toml:6:10: strata.raster: expected one or more texts, found an empty array;"));
}

TEST(StrataEntries, StopsAtAnUnknownKeyAndNamesTheNearest) {
    EXPECT_THAT(
        refusal(raster_entry_and("resampel = \"nearest\"\n")),
        HasSubstr("audit.toml:7:1: expected a known key in strata, found \"resampel\"; the nearest known one is "
                  "\"resample\", all are name, year, legend, role, raster, resample, vector, layer, attribute"));
}

TEST(StrataEntries, StopsWithoutARequiredKey) {
    EXPECT_THAT(refusal("[[strata]]\nname = \"m\"\nlegend = \"l.csv\"\nraster = \"m.tif\"\nrole = \"baseline\"\n"),
                HasSubstr("audit.toml:1:1: expected the key \"year\" in strata, found none; add it"));
}

}  // namespace
}  // namespace reddline::inputs
