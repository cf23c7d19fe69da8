#include "report/filter_steps_text.hpp"

#include <gmock/gmock.h>

#include "unit/report/small_audit.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

Tally ha(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

FilterSteps small_steps() {
    return {.question = {0, "evergreen", LossYear{2019}},
            .reading = small_reading(),
            .steps = {{"all pixels of the zone on the loss tiles", {}, ha(100)},
                      {"lost in 2019", ha(90), ha(10)},
                      {"canopy cover > 30 %", ha(2), ha(8)}},
            .strata = {{"evergreen", ha(9)}, {"", ha(1)}},
            .alternatives = {{30, ha(8), ha(9)}, {0, ha(9), ha(10)}},
            .fraction = 0.5,
            .factor = TonnesCO2ePerHa::of(550),
            .emission = TonnesCO2e::of(2'200),
            .remarks = {"what came after it"}};
}

TEST(FilterStepsText, ShowsEachStepWithWhatItTakesOutAndLeaves) {
    const std::string text = filter_steps_text(small_audit(), small_steps());
    EXPECT_THAT(text, HasSubstr("Small\n[a test]\nLoss of 2019 in 'evergreen' of the zone 'park', step by step; loss "
                                "product v1.8; route loss; strata map; forest is\n    canopy cover > 30 %.\n"));
    EXPECT_THAT(text, HasSubstr("  step                                      taken out  pixels left  ha left\n"
                                "  all pixels of the zone on the loss tiles                     100   100.00\n"
                                "  lost in 2019                                     90           10    10.00\n"
                                "  canopy cover > 30 %                               2            8     8.00\n"));
}

TEST(FilterStepsText, ShowsOtherStrataOtherThresholdsAndTonnes) {
    const std::string text = filter_steps_text(small_audit(), small_steps());
    EXPECT_THAT(text, HasSubstr("by what map shows:"));
    EXPECT_THAT(text, HasSubstr("  (the map has none there)       1  1.00\n"));
    EXPECT_THAT(text, HasSubstr("> 0 %"));
    EXPECT_THAT(text, HasSubstr("Of 2019, 50.00 % lies in the monitoring period (2019-01-01 to 2020-12-31): 4.00 ha."));
    EXPECT_THAT(text, HasSubstr("At 550.00 tCO2e per ha that is 2,200.0 tCO2e."));
    EXPECT_THAT(text, HasSubstr("Note: what came after it.\n"));
}

TEST(FilterStepsText, SaysWhyThereAreNoTonnes) {
    FilterSteps steps = small_steps();
    steps.factor.reset();
    steps.emission.reset();
    EXPECT_THAT(filter_steps_text(small_audit(), steps), HasSubstr("No emission follows"));
    steps.fraction.reset();
    steps.strata.clear();
    const std::string text = filter_steps_text(small_audit(), steps);
    EXPECT_THAT(text, HasSubstr("No monitoring period is given"));
    EXPECT_THAT(text, Not(HasSubstr("by what map shows")));
}

}  // namespace
}  // namespace reddline::report
