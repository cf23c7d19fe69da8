#include "report/uncertainty_text.hpp"

#include <gmock/gmock.h>

#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The worked case deducts 10 %, which leaves 900 and 1,530 of 1,000 and 1,700.
TEST(UncertaintySentences, SayTheIntervalWhatWouldBeDeductedAndWhatIsCovered) {
    EXPECT_THAT(
        uncertainty_sentences(english(), worked_case(), uncertain_result(), 0),
        ElementsAre("The 90 % interval is 900 to 1,530 credits; VCS would deduct 6.8 %, TREES 8.3 %, FCPF 4.0 %. The "
                    "interval covers the errors of 1 input; 1 is taken as exact (uncertainty_inputs.csv)."));
}

TEST(UncertaintySentences, TakeTheDeductionsOfTheAuditFromTheInterval) {
    AuditCase audit = worked_case();
    audit.deductions = {{"reversal", 0.5, "a test"}};

    EXPECT_THAT(uncertainty_sentences(english(), audit, uncertain_result(), 0).at(0),
                HasSubstr("The 90 % interval is 500 to 850 credits;"));
}

TEST(UncertaintySentences, SayThatAMedianWhichIsNotAboveZeroIsNotCreditable) {
    AuditResult results = uncertain_result();
    results.uncertainty.zones[0].spread.half_width_pct = std::nullopt;

    EXPECT_THAT(uncertainty_sentences(english(), worked_case(), results, 0).at(0),
                HasSubstr("no programme would credit them"));
}

TEST(UncertaintySentences, AreNoneWithoutAnUncertainInput) {
    EXPECT_THAT(uncertainty_sentences(english(), worked_case(), worked_result(), 0), IsEmpty());
}

TEST(UncertaintySection, RoundsAreasAndLeavesDensitiesAsStated) {
    AuditResult results = uncertain_result();
    results.uncertainty.zones[0].inputs[0].value = 150.25;
    results.uncertainty.zones[0].inputs.push_back(
        {"park: evergreen", "", "ha", 1363.2120719, 69.456, DistributionFamily::normal, 0.0, 0.0, 0.0, 0.5});
    const Section section = uncertainty_section(english(), worked_case(), results, 0);
    const PlainTable& inputs = section.blocks.at(4).table;

    EXPECT_EQ(inputs.rows.at(0).at(1), "150.25");
    EXPECT_THAT(inputs.rows.at(1), ElementsAre("park: evergreen", "1,363.2", "69.46", "ha", "normal", "50.0 %"));
}

TEST(UncertaintySection, SaysWhereNothingIsKnown) {
    const Section section = uncertainty_section(english(), worked_case(), worked_result(), 0);

    EXPECT_EQ(section.key, "uncertainty");
    ASSERT_EQ(section.blocks.size(), 1U);
    EXPECT_THAT(section.blocks[0].lines.at(0), HasSubstr("No input has a standard error"));
}

}  // namespace
}  // namespace reddline::report
