#include "inputs/zone_references.hpp"

#include <gtest/gtest.h>

#include <string>

#include "domain/error.hpp"

namespace reddline::inputs {
namespace {

/// Two projects p/east and p/west of the entry p, and a belt that names one.
AuditCase case_with_belt_of(const std::string& project) {
    AuditCase audit{.title = {},
                    .label = {},
                    .release = {},
                    .codes = LossCodes{LossYear{2001}, LossYear{2020}},
                    .forest = {},
                    .canopy_sweep = {},
                    .maps = {},
                    .zones = {},
                    .crosstabs = {},
                    .factors = {},
                    .transitions = {},
                    .rate = {},
                    .history = {},
                    .monitoring = {},
                    .deductions = {}};
    for (const char* name : {"p/east", "p/west"})
        audit.zones.push_back({{name, ZoneRole::project, "p", ""}, 1, 0, {}, 0});
    audit.zones.push_back({{"belt", ZoneRole::displacement_belt, "belt", project}, 1, 0, {}, 0});
    return audit;
}

void expect_refusal(const AuditCase& audit, const std::string& subject, const std::string& message) {
    try {
        expect_named_zones(audit);
        ADD_FAILURE() << "expected a refusal";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::zone_unknown);
        EXPECT_EQ(error.subject(), subject);
        EXPECT_EQ(error.message(), message);
    }
}

HistoryRule history_of(const std::string& zone) {
    return {zone, ReferencePeriod{LossYear{2005}, LossYear{2014}}, HistoryScale::none};
}

TEST(ExpectNamedZones, AcceptsABeltOfAProjectOfItsEntryOrOfNone) {
    for (const char* project : {"p/west", "p", ""})
        EXPECT_NO_THROW(expect_named_zones(case_with_belt_of(project))) << project;
}

TEST(ExpectNamedZones, RefusesABeltOfAProjectThatNobodyMakes) {
    expect_refusal(case_with_belt_of("p/wset"), "belt",
                   "expected as project of the belt the name of a zone of role project, found \"p/wset\"; the nearest "
                   "is \"p/west\"");
}

TEST(ExpectNamedZones, RefusesABeltOfAZoneThatIsNoProject) {
    expect_refusal(case_with_belt_of("belt"), "belt",
                   "expected as project of the belt the name of a zone of role project, found \"belt\"; the nearest is "
                   "\"p/east\"");
}

TEST(ExpectNamedZones, RefusesAHistoryOfAZoneThatIsNotThere) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.history = history_of("belt");
    EXPECT_NO_THROW(expect_named_zones(audit));
    audit.history = history_of("p/weste");
    expect_refusal(audit, "reference_level.history.zone",
                   "expected the name of a zone, found \"p/weste\"; the nearest is \"p/west\"");
}

TEST(ExpectNamedZones, SaysSoWhereThereIsNoZoneAtAll) {
    AuditCase audit = case_with_belt_of("");
    audit.zones.clear();
    audit.history = history_of("p");
    expect_refusal(audit, "reference_level.history.zone", "expected the name of a zone, found \"p\"; there is none");
}

}  // namespace
}  // namespace reddline::inputs
