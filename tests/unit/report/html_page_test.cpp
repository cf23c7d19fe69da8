#include "report/html_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/html_text.hpp"
#include "report/json_report.hpp"
#include "report/map_json.hpp"
#include "report/markdown_report.hpp"
#include "support/sample_evidence_case.hpp"
#include "support/thrown_error.hpp"
#include "unit/report/claimed_case.hpp"
#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PagesOf, SayInMarkdownWhatTheAuditSays) {
    const Pages pages =
        pages_of(english(), audit_json(english(), claimed_case(), claimed_result()), "audit.json", {}, {});
    EXPECT_EQ(pages.markdown, markdown_report(report_document(english(), claimed_case(), claimed_result())));
    EXPECT_THAT(pages.html, HasSubstr("<p class=\"lead\">The claim: 2,000 credits (monitoring report 2021).</p>"));
}

TEST(PagesOf, HaveEverySectionOfTheReport) {
    AuditResult results = claimed_result();
    results.uncertainty = uncertain_result().uncertainty;
    AuditCase audit = claimed_case();
    audit.sample = tests::two_losses();
    audit.sample->zone = "park";
    results.stratum_questions[0].mixes.push_back(
        {MixSource::estimated, std::nullopt, {{"evergreen", Hectares::of(3.0), 1.0}}, {}});
    const Pages pages = pages_of(english(), audit_json(english(), audit, results), "audit.json", {}, {});
    for (const Section& section : report_document(english(), audit, results).sections) {
        EXPECT_THAT(pages.html, HasSubstr(">" + html_text(section.title) + "</h")) << section.key;
    }
}

TEST(PagesOf, DrawReportedBesideMappedHectares) {
    const Pages pages =
        pages_of(english(), audit_json(english(), claimed_case(), claimed_result()), "audit.json", {}, {});
    EXPECT_THAT(pages.html, HasSubstr("<title>evergreen, reported: 1.0 ha</title>"));
    EXPECT_THAT(pages.html, HasSubstr("<title>evergreen, mapped: 3.0 ha</title>"));
}

TEST(PagesOf, LeaveOutTheClaimWhereThereIsNone) {
    const Pages pages =
        pages_of(english(), audit_json(english(), worked_case(), worked_result()), "audit.json", {}, {});
    EXPECT_THAT(pages.html, Not(HasSubstr("Reported against mapped loss")));
}

TEST(PagesOf, StandWithoutAnyProject) {
    AuditCase audit = worked_case();
    audit.zones.front().zone.role = ZoneRole::other;
    EXPECT_THAT(pages_of(english(), audit_json(english(), audit, worked_result()), "audit.json", {}, {}).html,
                HasSubstr("No zone is a project"));
}

TEST(PagesOf, RefuseAnotherText) {
    for (const char* const text : {"", "{}", "[1]", R"({"title":"a","label":"","report":7})"}) {
        const Error error =
            tests::thrown_error([&] { static_cast<void>(pages_of(english(), text, "x/audit.json", {}, {})); });
        EXPECT_EQ(error.code(), ErrorCode::table_malformed) << text;
        EXPECT_EQ(error.subject(), "x/audit.json") << text;
    }
}

MapFiles map_of(const AuditCase& audit) {
    const std::vector<MapSheet> sheets = map_sheets(audit);
    const MapFrame frame{"loss_year.png", 2, 400, 300, 60.0, {{{{0.0, 0.0}, {400.0, 0.0}, {200.0, 300.0}}}, {}}};
    return {"x/maps/maps.json", maps_json(audit, worked_result().default_reading, sheets, frame), "PNG"};
}

TEST(PagesOf, ShowTheMapAsDataOfThePage) {
    const std::string html = pages_of(english(), audit_json(english(), worked_case(), worked_result()), "audit.json",
                                      {}, map_of(worked_case()))
                                 .html;
    EXPECT_THAT(html, HasSubstr("; img-src data:; base-uri"));
    EXPECT_THAT(html, HasSubstr(" href=\"data:image/png;base64,UE5H\""));
    // 400 cells take 816 units beside a margin of 12, so that a cell takes 2.04.
    EXPECT_THAT(html, HasSubstr("<path class=\"project\" d=\"M12 12L828 12L420 624Z\"/>"));
    EXPECT_THAT(html, HasSubstr("text-anchor=\"middle\">park</text>"));
    // A quarter of its 24 km is 6 km, of which 5 km are round.
    EXPECT_THAT(html, HasSubstr(">5 km</text>"));
    EXPECT_THAT(html, HasSubstr("mean colour of 2 x 2 pixels"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">park</th><td>evergreen</td>"));
}

TEST(PagesOf, NameManyZonesOnlyWhereTheNameFits) {
    AuditCase audit = worked_case();
    audit.zones.resize(13, audit.zones.back());
    MapFrame frame{"loss_year.png", 2, 400, 300, 60.0, {}};
    frame.outlines.assign(13, {{{0.0, 0.0}, {4.0, 0.0}, {2.0, 3.0}}});
    frame.outlines.front() = {{{0.0, 0.0}, {200.0, 0.0}, {100.0, 300.0}}};
    const MapFiles files{"maps.json", maps_json(audit, worked_result().default_reading, map_sheets(audit), frame), ""};
    const std::string html =
        pages_of(english(), audit_json(english(), worked_case(), worked_result()), "audit.json", {}, files).html;
    EXPECT_THAT(html, HasSubstr(">park</text>"));
    EXPECT_THAT(html, Not(HasSubstr(">belt</text>")));
    EXPECT_THAT(html, HasSubstr("Zones smaller than their names have none."));
}

TEST(PagesOf, SayHowToGetAMapWhereThereIsNone) {
    const std::string html =
        pages_of(english(), audit_json(english(), worked_case(), worked_result()), "audit.json", {}, {}).html;
    EXPECT_THAT(html, HasSubstr("reddline audit with --maps draws one"));
    EXPECT_THAT(html, Not(HasSubstr("img-src")));
}

TEST(PagesOf, KeepNamesOnTheMapText) {
    AuditCase audit = worked_case();
    audit.zones.front().zone.name = "<b>&park</b>";
    const std::string html =
        pages_of(english(), audit_json(english(), audit, worked_result()), "audit.json", {}, map_of(audit)).html;
    EXPECT_THAT(html, HasSubstr(">&lt;b&gt;&amp;park&lt;/b&gt;</text>"));
    EXPECT_THAT(html, Not(HasSubstr("<b>")));
}

TEST(PagesOf, RefuseADescriptionOfMapsThatIsNone) {
    for (const char* const text : {"", "{}", R"({"maps":[]})"}) {
        const Error error = tests::thrown_error([&] {
            static_cast<void>(pages_of(english(), audit_json(english(), worked_case(), worked_result()), "audit.json",
                                       {}, MapFiles{"x/maps/maps.json", text, "PNG"}));
        });
        EXPECT_EQ(error.code(), ErrorCode::table_malformed) << text;
        EXPECT_EQ(error.subject(), "x/maps/maps.json") << text;
    }
}

}  // namespace
}  // namespace reddline::report
