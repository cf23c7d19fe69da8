#include "report/html_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/json_report.hpp"
#include "report/markdown_report.hpp"
#include "support/thrown_error.hpp"
#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PagesOf, SayInMarkdownWhatTheAuditSays) {
    const Pages pages = pages_of(audit_json(claimed_case(), claimed_result()), "audit.json", {});
    EXPECT_EQ(pages.markdown, markdown_report(report_document(claimed_case(), claimed_result())));
    EXPECT_THAT(pages.html, HasSubstr("<p class=\"lead\">The claim: 2,000 credits (monitoring report 2021).</p>"));
}

TEST(PagesOf, DrawReportedBesideMappedHectares) {
    const Pages pages = pages_of(audit_json(claimed_case(), claimed_result()), "audit.json", {});
    EXPECT_THAT(pages.html, HasSubstr("<title>evergreen, reported: 1.0 ha</title>"));
    EXPECT_THAT(pages.html, HasSubstr("<title>evergreen, mapped: 3.0 ha</title>"));
}

TEST(PagesOf, LeaveOutTheClaimWhereThereIsNone) {
    const Pages pages = pages_of(audit_json(worked_case(), worked_result()), "audit.json", {});
    EXPECT_THAT(pages.html, Not(HasSubstr("Reported against mapped loss")));
}

TEST(PagesOf, StandWithoutAnyProject) {
    AuditCase audit = worked_case();
    audit.zones.front().zone.role = ZoneRole::other;
    EXPECT_THAT(pages_of(audit_json(audit, worked_result()), "audit.json", {}).html, HasSubstr("No zone is a project"));
}

TEST(PagesOf, RefuseAnotherText) {
    for (const char* const text : {"", "{}", "[1]", R"({"title":"a","label":"","report":7})"}) {
        const Error error = tests::thrown_error([&] { static_cast<void>(pages_of(text, "x/audit.json", {})); });
        EXPECT_EQ(error.code(), ErrorCode::table_malformed) << text;
        EXPECT_EQ(error.subject(), "x/audit.json") << text;
    }
}

}  // namespace
}  // namespace reddline::report
