#include "report/sources.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

TEST(SourceLines, StateTheScaleOfAHistoryThatIsTheDefault) {
    AuditCase audit = worked_case();
    audit.history = HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}};
    EXPECT_THAT(source_lines(audit), Contains("Reference level: history of zone 'belt', 2014 to 2016, carried to other "
                                              "zones by forest area (scale forest-area)"));
}

TEST(SourceLines, NameTheFactorsTable) {
    EXPECT_THAT(source_lines(worked_case()), Contains("Carbon factors: carbon.csv, listed below"));
}

TEST(SourceLines, LeaveOutWhatIsNotGiven) {
    AuditCase audit = worked_case();
    audit.factors.reset();
    audit.monitoring.reset();
    for (const char* start : {"Carbon factors", "Monitoring", "National", "Flat rate", "Reference level"})
        EXPECT_THAT(source_lines(audit), Not(Contains(StartsWith(start))));
}

}  // namespace
}  // namespace reddline::report
