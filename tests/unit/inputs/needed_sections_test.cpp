#include "inputs/needed_sections.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

AuditFile file_of_pixels() {
    AuditFile file;
    file.loss = LossEntry{{"l.tif"}, {"t.tif"}, {}, "r", {LossYear{2001}, LossYear{2020}}};
    file.zones.resize(1);
    return file;
}

AuditFile file_of_tables() {
    AuditFile file;
    file.areas = "areas.csv";
    file.monitoring = MonitoringPeriod{2018y / 3 / 12, 2020y / 12 / 31};
    file.reference_level = ReferenceLevelEntry{"transitions.csv", "classes.csv", {}};
    return file;
}

std::string pixel_refusal(const AuditFile& file) {
    return tests::error_line([&] {
        expect_pixel_sections(file, "audit.toml");
        return 0;
    });
}

std::string table_refusal(const AuditFile& file) {
    return tests::error_line([&] {
        expect_table_sections(file, "audit.toml");
        return 0;
    });
}

TEST(PixelSections, AreALossProductAndAZone) {
    EXPECT_NO_THROW(expect_pixel_sections(file_of_pixels(), "audit.toml"));
    AuditFile file = file_of_pixels();
    file.zones.clear();
    EXPECT_EQ(pixel_refusal(file),
              "audit_file: audit.toml: expected at least one [[zones]] entry, found none; add one");
}

TEST(PixelSections, TellBothWaysWhereThereIsNeither) {
    EXPECT_EQ(
        pixel_refusal(AuditFile{}),
        "audit_file: audit.toml: expected a table [loss] that names the loss product, found none; add it, or give "
        "[project] areas for an audit of tables alone");
}

TEST(PixelSections, AreNotThoseOfTablesAlone) {
    EXPECT_EQ(
        pixel_refusal(file_of_tables()),
        "audit_file: audit.toml: expected a table [loss] that names the loss product, found [project] areas, which "
        "hold nothing to count; use audit, check or account");
}

TEST(TableSections, AreAreasAPeriodAndNationalClasses) {
    EXPECT_NO_THROW(expect_table_sections(file_of_tables(), "audit.toml"));
    AuditFile no_period = file_of_tables();
    no_period.monitoring.reset();
    EXPECT_THAT(table_refusal(no_period),
                HasSubstr("audit_file: audit.toml: expected [monitoring], because the areas"));
    AuditFile no_classes = file_of_tables();
    no_classes.reference_level->classes.clear();
    EXPECT_THAT(
        table_refusal(no_classes),
        HasSubstr("audit_file: audit.toml: expected transitions and classes in [reference_level], which say what "
                  "is forest where there are no maps, found none; add both"));
    no_classes.reference_level.reset();
    EXPECT_THAT(table_refusal(no_classes), HasSubstr("expected transitions and classes in [reference_level]"));
}

TEST(TableSections, TellBothWaysWhereThereIsNeither) {
    EXPECT_EQ(table_refusal(AuditFile{}),
              "audit_file: audit.toml: expected [loss] for an audit of pixels, or [project] areas for one of tables "
              "alone, found neither; add one of them");
}

TEST(SampleSection, IsAskedFor) {
    EXPECT_THAT(tests::error_line([] { expect_sample_section(AuditFile{}, "audit.toml"); }),
                HasSubstr("audit_file: audit.toml: expected a table [sample]"));
    AuditFile sampled;
    sampled.sample.emplace();
    expect_sample_section(sampled, "audit.toml");
}

}  // namespace
}  // namespace reddline::inputs
