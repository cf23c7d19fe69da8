#include "estimation/reduction_function.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "unit/estimation/model_case.hpp"

namespace reddline::estimation {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using tests::form;
using tests::model_of;

/// 30 ha of evergreen became crops, and 20 ha of deciduous became nothing that holds carbon.
CreditModel small_model() {
    return model_of(form({{"evergreen", 30.0}, {"crops", -30.0}, {"deciduous", 20.0}}));
}

struct Worked {
    AuditCase audit = tests::uncertain_case();
    std::vector<CreditInput> inputs;
    ReductionFunction function;

    explicit Worked(const CreditModel& model)
        : inputs{credit_inputs(audit, 0, std::vector{&model})}, function{model, &audit.factor_sets[0], inputs} {}
};

TEST(ReductionFunction, GivesTheStatedReductionAtTheStatedValues) {
    const Worked worked(small_model());

    // 44/12 x (30 x (150 - 10) + 20 x 60) = 44/12 x 5,400
    EXPECT_DOUBLE_EQ(worked.function.central(), 44.0 / 12.0 * 5400.0);
    // Inputs in the order of the strata: deciduous, evergreen; crops is exact.
    EXPECT_THAT(worked.function.slopes(), ElementsAre(DoubleEq(44.0 / 12.0 * 20.0), DoubleEq(44.0 / 12.0 * 30.0)));
    EXPECT_THAT(worked.function.at(std::vector<std::vector<double>>{{60, 70}, {150, 130}}, 2),
                ElementsAre(DoubleEq(44.0 / 12.0 * 5400.0), DoubleEq(44.0 / 12.0 * (30.0 * 120.0 + 20.0 * 70.0))));
}

TEST(ReductionFunction, CountsDisplacedEmissionsOnlyAboveZeroInEachDraw) {
    CreditModel model = model_of(form({{"evergreen", 30.0}}));
    model.displaced = {form({{"evergreen", 10.0}, {"deciduous", -20.0}})};  // 0 at 120 and 60 tC/ha
    const Worked worked(model);

    EXPECT_DOUBLE_EQ(worked.function.central(), 44.0 / 12.0 * (30.0 * 150.0 - 300.0));
    EXPECT_THAT(worked.function.slopes(), ElementsAre(DoubleEq(44.0 / 12.0 * 20.0), DoubleEq(44.0 / 12.0 * 20.0)));
    EXPECT_THAT(worked.function.at(std::vector<std::vector<double>>{{60}, {100}}, 1),
                ElementsAre(DoubleEq(44.0 / 12.0 * 3000.0)));
}

TEST(ReductionFunction, LeavesADisplacedAmountBelowZeroOutOfItsSlopes) {
    CreditModel model = model_of(form({{"evergreen", 30.0}}));
    model.displaced = {form({{"deciduous", -20.0}})};
    const Worked worked(model);

    EXPECT_THAT(worked.function.slopes(), ElementsAre(0.0, DoubleEq(44.0 / 12.0 * 30.0)));
}

TEST(ReductionFunction, MovesAreasWithTheirError) {
    // 40 ha of evergreen to crops, known to 8 ha: the project's emissions in two years of 15 and 25 ha.
    CreditModel model =
        model_of({TonnesCO2e::of(100'000.0),
                  tests::weights({{"evergreen", -40.0}, {"crops", 40.0}}),
                  {{"project: evergreen > crops", tests::weights({{"evergreen", -8.0}, {"crops", 8.0}})}}});
    model.areas = {{"project: evergreen > crops", 40.0, 8.0, "ha"}};
    const Worked worked(model);

    EXPECT_NEAR(worked.function.central(), 100'000.0 - 44.0 / 12.0 * 40.0 * 140.0, 1e-9);
    EXPECT_THAT(worked.function.slopes(), ElementsAre(testing::DoubleNear(-44.0 / 12.0 * 40.0, 1e-9),
                                                      testing::DoubleNear(-44.0 / 12.0 * 140.0, 1e-9)));
    EXPECT_NEAR(worked.function.at(std::vector<std::vector<double>>{{120}, {50}}, 1)[0],
                100'000.0 - 44.0 / 12.0 * 50.0 * 110.0, 1e-9);
}

}  // namespace
}  // namespace reddline::estimation
