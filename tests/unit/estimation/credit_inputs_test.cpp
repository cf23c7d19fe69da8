#include "estimation/credit_inputs.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/sample_evidence_case.hpp"
#include "support/thrown_error.hpp"
#include "unit/estimation/model_case.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;
using tests::form;
using tests::rule_of;

std::vector<std::string> names_of(const AuditCase& audit, const CreditModel& model) {
    std::vector<std::string> names;
    for (const CreditInput& input : credit_inputs(audit, 0, std::vector{&model}))
        names.push_back(input.name);
    return names;
}

TEST(CreditInputs, AreTheDensitiesWithAnErrorThatAModelWeighsOn) {
    const AuditCase audit = tests::uncertain_case();

    EXPECT_THAT(names_of(audit, tests::model_of(form({{"evergreen", 5.0}, {"crops", -5.0}}))),
                ElementsAre("evergreen/total"));
    // Weights that cancel leave nothing that could err.
    EXPECT_THAT(names_of(audit, tests::model_of(form({{"evergreen", 0.0}, {"deciduous", 1.0}}))),
                ElementsAre("deciduous/total"));
}

TEST(CreditInputs, TakeAnErrorThatOnlyARuleGives) {
    AuditCase audit = tests::uncertain_case();
    InputRule rule = rule_of(DistributionFamily::normal, "crops/total");
    rule.standard_error = 2.0;
    audit.uncertainty.inputs = {rule};

    EXPECT_THAT(names_of(audit, tests::model_of(form({{"evergreen", 5.0}, {"crops", -5.0}}))),
                ElementsAre("crops/total", "evergreen/total"));
}

TEST(CreditInputs, LeaveTheStatedErrorWhereTheDistributionHasItsOwn) {
    AuditCase audit = tests::uncertain_case();
    InputRule rule = rule_of(DistributionFamily::bootstrap, "evergreen/total");
    rule.plots = {140.0, 160.0};
    audit.uncertainty.inputs = {rule};
    const CreditModel model = tests::model_of(form({{"evergreen", 5.0}}));
    const auto inputs = credit_inputs(audit, 0, std::vector{&model});

    ASSERT_EQ(inputs.size(), 1U);
    EXPECT_EQ(inputs[0].standard_error, 0.0);
    EXPECT_NEAR(inputs[0].distribution.standard_deviation(), 7.0711, 1e-4);  // 10/sqrt(2)
}

TEST(CreditInputs, ResampleThePlotsOfTheFactorTable) {
    AuditCase audit = tests::uncertain_case();
    CarbonStock stock;
    stock.add({"total",
               TonnesCPerHa::of(150.0),
               std::nullopt,
               "an inventory",
               {{"1", 1.0, TonnesCPerHa::of(140.0)}, {"2", 1.0, TonnesCPerHa::of(160.0)}}});
    audit.factor_sets[0].stocks["evergreen"] = stock;
    audit.uncertainty.inputs = {rule_of(DistributionFamily::bootstrap, "evergreen/total")};
    const CreditModel model = tests::model_of(form({{"evergreen", 5.0}}));
    const auto inputs = credit_inputs(audit, 0, std::vector{&model});

    ASSERT_EQ(inputs.size(), 1U);
    EXPECT_NEAR(inputs[0].distribution.standard_deviation(), 7.0711, 1e-4);  // 10/sqrt(2)
}

TEST(CreditInputs, RefuseToResamplePlotsOfSeveralWeights) {
    AuditCase audit = tests::uncertain_case();
    CarbonStock stock;
    stock.add({"total",
               TonnesCPerHa::of(145.0),
               std::nullopt,
               "an inventory",
               {{"1", 3.0, TonnesCPerHa::of(140.0)}, {"2", 1.0, TonnesCPerHa::of(160.0)}}});
    audit.factor_sets[0].stocks["evergreen"] = stock;
    audit.uncertainty.inputs = {rule_of(DistributionFamily::bootstrap, "evergreen/total")};

    EXPECT_THAT(error_line([&] { expect_distributions(audit); }),
                HasSubstr("expected plots of one weight for the bootstrap of 'evergreen/total', found several"));
}

TEST(CreditInputs, RefuseABootstrapOfPoolsThatSharePlots) {
    AuditCase audit = tests::uncertain_case();
    CarbonStock stock;
    for (const char* const pool : {"above_ground", "below_ground"}) {
        stock.add({pool,
                   TonnesCPerHa::of(150.0),
                   TonnesCPerHa::of(10.0),
                   "an inventory",
                   {{"1", 1.0, TonnesCPerHa::of(140.0)}, {"2", 1.0, TonnesCPerHa::of(160.0)}}});
    }
    audit.factor_sets[0].stocks["evergreen"] = stock;
    audit.uncertainty.inputs = {rule_of(DistributionFamily::bootstrap, "evergreen/above_ground")};

    EXPECT_THAT(error_line([&] { expect_distributions(audit); }),
                HasSubstr("expected no correlation of a bootstrap, which has no formula, found one of "
                          "'evergreen/above_ground'"));
}

TEST(CreditInputs, HoldAnAreaOnceWithTheErrorItMovesWith) {
    const AuditCase audit = tests::uncertain_case();
    CreditModel model = tests::model_of({});
    model.areas = {{"project: evergreen", 40.0, 8.0, "ha"}, {"project: exact", 40.0, 0.0, "ha"}};
    const auto inputs = credit_inputs(audit, 0, std::vector<const CreditModel*>{&model, &model});

    ASSERT_EQ(inputs.size(), 1U);
    EXPECT_EQ(inputs[0].name, "project: evergreen");
    EXPECT_EQ(inputs[0].value, 40.0);
    EXPECT_EQ(inputs[0].area_error, 8.0);
}

TEST(ExpectInputs, NamesWhatIsNoInput) {
    AuditCase audit = tests::uncertain_case();
    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "evergren/total")};

    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }),
                HasSubstr("table_malformed: inputs.csv:2: expected the name of an input, found 'evergren/total'"));
    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "evergreen/total")};
    EXPECT_NO_THROW(expect_inputs(audit));
    audit.uncertainty.correlations = {{"evergreen/total", "oak/total", 0.5, "correlation.csv:2"}};
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }), HasSubstr("correlation.csv:2"));
}

TEST(ExpectInputs, KnowsTheAreasOfASampleByZoneAndChange) {
    AuditCase audit = tests::uncertain_case();
    audit.uncertainty.inputs = {rule_of(DistributionFamily::log_normal, "project: evergreen > crops")};
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }), HasSubstr("inputs.csv:2"));
    audit.sample = tests::two_losses();
    EXPECT_NO_THROW(expect_inputs(audit));

    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "project: evergreen > rice")};
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }), HasSubstr("'project: evergreen > rice'"));
    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "belt: evergreen > crops")};
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }), HasSubstr("'belt: evergreen > crops'"));
    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "project: deciduous")};
    audit.sample->losses.front().area_ha.standard_error = std::nullopt;
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }), HasSubstr("'project: deciduous'"));
}

TEST(ExpectInputs, KnowsARateThatHasAnError) {
    AuditCase audit = tests::uncertain_case();
    audit.uncertainty.inputs = {rule_of(DistributionFamily::normal, "flat-rate")};
    audit.references = {{"flat-rate", LossRate{0.05, RateBase::forest, "a report", std::nullopt}}};
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }),
                AllOf(HasSubstr("found 'flat-rate'"), HasSubstr("'stratum/pool', such as 'crops/total'")));
    audit.references = {{"flat-rate", LossRate{0.05, RateBase::forest, "a report", 0.01}}};
    EXPECT_NO_THROW(expect_inputs(audit));

    audit.uncertainty.inputs.front().standard_error = 0.02;
    EXPECT_THAT(error_line([&] { return expect_inputs(audit), 0; }),
                HasSubstr("inputs.csv:2: expected no standard_error of 'flat-rate'"));
}

TEST(ExpectDistributions, RefusesWhatADensityCannotBe) {
    AuditCase audit = tests::uncertain_case();
    EXPECT_NO_THROW(expect_distributions(audit));
    audit.uncertainty.inputs = {rule_of(DistributionFamily::beta, "evergreen/total")};

    EXPECT_THAT(error_line([&] { return expect_distributions(audit), 0; }), HasSubstr("expected lower and upper"));
}

}  // namespace
}  // namespace reddline::estimation
