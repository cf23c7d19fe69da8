#include "accounting/credit_model.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "accounting/fixed_inputs.hpp"
#include "accounting/statement.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using tests::small_case;

double value_of(const CreditForm& form, const CarbonTable& factors) {
    double sum = form.constant.value();
    for (const StratumWeight& weight : form.weights)
        sum += 44.0 / 12.0 * weight.area.value() * factors.find(weight.stratum)->density().value();
    return sum;
}

/// The reductions of a model at the stated densities, as Eq. 21 and 22 have them.
double reduction_of(const CreditModel& model, const CarbonTable& factors) {
    double sum = value_of(model.balance, factors);
    for (const CreditForm& form : model.displaced)
        sum -= std::max(0.0, value_of(form, factors));
    return sum;
}

AuditCase with_belt() {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900},
                                  {"project", "evergreen", "deciduous", 80, 0, 60},
                                  {"project", "evergreen", "crops", 80, 2019, 40},
                                  {"project", "deciduous", "crops", 50, 2020, 15},
                                  {"belt", "evergreen", "evergreen", 80, 0, 300},
                                  {"belt", "evergreen", "crops", 80, 2020, 70},
                                  {"belt", "deciduous", "deciduous", 80, 2005, 30}});
    audit.factor_sets[0].stocks["crops"] = tests::stock(10);
    audit.factor_sets[0].stocks["rubber"] = tests::stock(40);
    audit.factor_sets.push_back({"other.csv",
                                 {{"evergreen", tests::stock(120)},
                                  {"deciduous", tests::stock(70)},
                                  {"crops", tests::stock(10)},
                                  {"rubber", tests::stock(40)}}});
    audit.monitoring = MonitoringPeriod{std::chrono::year{2019} / 3 / 12, std::chrono::year{2020} / 12 / 31};
    tests::judge_by_transitions(audit, tests::one_national_year());
    tests::judge_by_rate(audit, 0.05);
    tests::judge_by_history(audit, {"", {LossYear{2004}, LossYear{2008}}, HistoryScale::none});
    return audit;
}

TEST(CreditModel, GivesTheReductionsOfEveryReadingAtTheStatedDensities) {
    const AuditCase audit = with_belt();
    const tests::EveryReading every(audit);
    int given = 0;
    for (const Reading& reading : every.readings()) {
        const auto workings = tests::workings_of(audit, reading);
        const auto answer = statement(workings, 0, reading);
        if (!answer.given()) continue;
        const double expected = answer.value().totals.reduction.value();
        const double found = reduction_of(credit_model(audit, answer.value()), *audit.factors_of(reading));
        EXPECT_NEAR(found, expected, 1e-9 * std::abs(answer.value().totals.reference.value()) + 1e-9);
        ++given;
    }
    EXPECT_GE(given, 100);
}

TEST(CreditModel, SumsTheNetAreaOfEachStratum) {
    AuditCase audit = small_case(
        {{"project", "evergreen", "evergreen", 80, 0, 960}, {"project", "evergreen", "crops", 80, 2019, 40}});
    tests::judge_by_rate(audit, 0.05);
    const Reading reading{.strata_map = 0, .forest = audit.forest, .post = PostStock::zero, .reference = 0};
    const auto workings = tests::workings_of(audit, reading);
    const CreditModel model = credit_model(audit, statement(workings, 0, reading).value());

    // 5 % of 1,000 ha in each of two years, less 40 ha.
    ASSERT_EQ(model.balance.weights.size(), 1U);
    EXPECT_EQ(model.balance.weights[0].stratum, "evergreen");
    EXPECT_NEAR(model.balance.weights[0].area.value(), 2 * 50.0 - 40.0, 1e-9);
    EXPECT_THAT(model.areas, IsEmpty());
    EXPECT_FALSE(has_uncertain_input(audit, model));
}

TEST(CreditModel, LetsAllAreasOfARateErrTogether) {
    AuditCase audit = small_case(
        {{"project", "evergreen", "evergreen", 80, 0, 600}, {"project", "deciduous", "deciduous", 80, 0, 400}});
    audit.references.push_back({"rate", LossRate{0.05, RateBase::forest, "a test", 0.01}});
    const Reading reading{.strata_map = 0, .forest = audit.forest, .post = PostStock::zero, .reference = 0};
    const auto workings = tests::workings_of(audit, reading);
    const CreditModel model = credit_model(audit, statement(workings, 0, reading).value());

    // 2 x 50 ha, known to a fifth.
    ASSERT_EQ(model.areas.size(), 1U);
    EXPECT_EQ(model.areas[0].name, "rate");
    EXPECT_NEAR(model.areas[0].value, 100.0, 1e-9);
    EXPECT_NEAR(model.areas[0].standard_error, 20.0, 1e-9);
    ASSERT_EQ(model.balance.errors.size(), 1U);
    EXPECT_NEAR(model.balance.errors[0].per_standard_error[0].area.value(), 12.0, 1e-9);
    EXPECT_NEAR(model.balance.errors[0].per_standard_error[1].area.value(), 8.0, 1e-9);
    EXPECT_TRUE(has_uncertain_input(audit, model));
}

TEST(EvaluateReadings, KeepTheirModelsWhereAnInputErrs) {
    AuditCase audit = with_belt();
    for (const ReadingResult& result : tests::EveryReading(audit).results())
        EXPECT_FALSE(result.model);
    CarbonStock stock;
    stock.add({"total", TonnesCPerHa::of(150), TonnesCPerHa::of(15), "a test"});
    audit.factor_sets[0].stocks["evergreen"] = stock;
    const auto results = tests::EveryReading(audit).results();
    EXPECT_EQ(std::ranges::count_if(results, [](const ReadingResult& r) { return r.model.has_value(); }),
              std::ranges::count_if(results,
                                    [](const ReadingResult& r) { return r.answer.given() && r.reading.factors == 0; }));
}

TEST(FixedInputs, NameWhatHasNoStandardError) {
    AuditCase audit = with_belt();
    CarbonStock stock;
    stock.add({"total", TonnesCPerHa::of(150), TonnesCPerHa::of(15), "a test"});
    audit.factor_sets[0].stocks["evergreen"] = stock;
    const Reading reading{.strata_map = 0, .forest = audit.forest, .post = PostStock::zero, .reference = 0};
    const auto workings = tests::workings_of(audit, reading);
    const auto fixed = fixed_inputs(audit, statement(workings, 0, reading).value());

    const auto named = [](const std::string& name) { return Contains(Field(&FixedInput::name, name)); };
    EXPECT_THAT(fixed, named("deciduous/total"));
    EXPECT_THAT(fixed, Not(named("evergreen/total")));
    EXPECT_THAT(fixed, named("area expected to be lost (transitions)"));
    EXPECT_THAT(fixed, named("forest at the start in project"));
    EXPECT_THAT(fixed, named("mapped loss in project"));
    EXPECT_THAT(fixed, named("mapped loss in belt"));
    EXPECT_THAT(fixed, Not(named("displaced emissions")));
}

TEST(FixedInputs, NameADensityWhoseRuleSaysThatItIsExact) {
    AuditCase audit = with_belt();
    CarbonStock stock;
    stock.add({"total", TonnesCPerHa::of(150), TonnesCPerHa::of(15), "a test"});
    audit.factor_sets[0].stocks["evergreen"] = stock;
    audit.uncertainty.inputs = {{.input = "evergreen/total", .standard_error = 0.0, .place = "inputs.csv:2"}};
    const Reading reading{.strata_map = 0, .forest = audit.forest, .post = PostStock::zero, .reference = 0};
    const auto workings = tests::workings_of(audit, reading);

    EXPECT_THAT(fixed_inputs(audit, statement(workings, 0, reading).value()),
                Contains(AllOf(Field(&FixedInput::name, "evergreen/total"),
                               Field(&FixedInput::reason, "standard_error is 0 in inputs.csv:2"))));
    for (const ReadingResult& result : tests::EveryReading(audit).results())
        EXPECT_FALSE(result.model) << "nothing errs";
}

TEST(FixedInputs, NameDisplacedEmissionsThatNobodyKnows) {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 960},
                                  {"project", "evergreen", "crops", 80, 2019, 40}});
    tests::judge_by_rate(audit, 0.05);
    const Reading reading{.strata_map = 0, .forest = audit.forest, .post = PostStock::zero, .reference = 0};
    const auto workings = tests::workings_of(audit, reading);

    EXPECT_THAT(fixed_inputs(audit, statement(workings, 0, reading).value()),
                Contains(Field(&FixedInput::name, "displaced emissions")));
}

}  // namespace
}  // namespace reddline::accounting
