#include "inputs/finding_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

TEST(FindingTable, ReadsEverySeverityAndQuotedText) {
    const Findings findings = parse_findings(
        "code,severity,subject,message,evidence\n"
        "geometry_repaired,warning,belt,\"Repaired, so compare.\",1 of 2 features\n"
        "data_gap,note,project,Gap.,\n"
        "broken,contradiction,x,\"a \"\"quoted\"\" word\",3\n",
        "layer_findings.csv");
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0],
              (Finding{"geometry_repaired", Severity::warning, "belt", "Repaired, so compare.", "1 of 2 features"}));
    EXPECT_EQ(findings[1].severity, Severity::note);
    EXPECT_EQ(findings[2].severity, Severity::contradiction);
    EXPECT_EQ(findings[2].message, "a \"quoted\" word");
}

TEST(FindingTable, IsEmptyWhereOnlyTheColumnsAreNamed) {
    EXPECT_TRUE(parse_findings("code,severity,subject,message,evidence\n", "layer_findings.csv").empty());
}

TEST(FindingTable, RefusesAnUnknownSeverityAndNamesItsLine) {
    EXPECT_THAT(tests::error_line([] {
                    return parse_findings("code,severity,subject,message,evidence\na,grave,b,c,d\n",
                                          "layer_findings.csv");
                }),
                HasSubstr("layer_findings.csv:2: severity: expected note, warning or contradiction"));
}

}  // namespace
}  // namespace reddline::inputs
