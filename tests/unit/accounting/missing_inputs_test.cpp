#include "accounting/missing_inputs.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::small_case;

std::vector<std::string> missing(const AuditCase& audit) {
    std::vector<std::string> inputs;
    for (const MissingInput& input : missing_inputs(audit)) {
        EXPECT_FALSE(input.document.empty());
        EXPECT_FALSE(input.decides.empty());
        inputs.push_back(input.input);
    }
    return inputs;
}

/// 150 tC/ha, give or take 15.
CarbonStock uncertain_stock() {
    CarbonStock stock;
    stock.add({"total", TonnesCPerHa::of(150), TonnesCPerHa::of(15), "a test"});
    return stock;
}

/// A case that lacks nothing.
AuditCase complete() {
    std::vector<StrataMap> maps = tests::two_maps();
    maps.push_back({"independent", 2016, StrataRole::independent, tests::small_legend()});
    AuditCase audit =
        small_case({{"project", "evergreen", "", 80, 0, 900}, {"belt", "evergreen", "", 80, 0, 500}}, maps);
    tests::judge_by_rate(audit, 0.1);
    audit.factor_sets[0].stocks["evergreen"] = uncertain_stock();
    audit.factor_sets[0].stocks["crops"] = tests::stock(0);
    audit.factor_sets[0].stocks["rubber"] = tests::stock(0);
    audit.deductions = {{"reversal", 0.1, "a test"}};
    audit.claim = tests::empty_claim();
    audit.claim->items = {{ClaimItem::reference_level, TonnesCO2e::of(2)},
                          {ClaimItem::project_emissions, TonnesCO2e::of(1)}};
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 1)};
    return audit;
}

/// What a complete case lacks once one thing is taken from it.
std::vector<std::string> missing_after(const std::function<void(AuditCase&)>& taking_away) {
    AuditCase audit = complete();
    taking_away(audit);
    return missing(audit);
}

TEST(MissingInputs, AreNoneInACompleteCase) {
    EXPECT_THAT(missing(complete()), IsEmpty());
}

TEST(MissingInputs, NameEachThingThatIsTakenAway) {
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.maps[1].role = StrataRole::independent; }),
                ElementsAre("a later strata map of role monitoring ([[strata]])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.maps.pop_back(); }),
                ElementsAre("an independent strata map ([[strata]] of role independent)"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.factor_sets.clear(); }),
                ElementsAre("carbon factors ([carbon] factors)"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.references.clear(); }),
                ElementsAre("a reference level ([reference_level])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.monitoring.reset(); }),
                ElementsAre("the monitoring period ([monitoring])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.zones.pop_back(); }),
                ElementsAre("a zone of role displacement_belt ([[zones]])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.factor_sets[0].stocks.erase("rubber"); }),
                ElementsAre("carbon factors of what is not forest (rubber)"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.deductions.clear(); }),
                ElementsAre("deductions ([deductions])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.claim.reset(); }),
                ElementsAre("what the project claims ([claim])"));
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.claim->losses.clear(); }),
                ElementsAre("the losses that the project reports ([claim] losses)"));
    for (const ClaimItem item : {ClaimItem::reference_level, ClaimItem::project_emissions}) {
        EXPECT_THAT(missing_after([&](AuditCase& audit) { audit.claim->items.erase(item); }),
                    ElementsAre("the claim's own reference level and project emissions ([claim] items)"));
    }
}

TEST(MissingInputs, AskForStandardErrorsWhereNoInputHasOne) {
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.factor_sets[0].stocks["evergreen"] = tests::stock(150); }),
                ElementsAre("standard errors ([carbon] factors, column standard_error)"));
}

TEST(MissingInputs, AskForAFirstMapWhereThereIsNone) {
    EXPECT_THAT(missing_after([](AuditCase& audit) { audit.maps.clear(); }),
                ElementsAre("a forest-type map ([[strata]])"));
}

TEST(MissingInputs, AskForFurtherIntervalsWhereTheNationalTableHasOne) {
    const auto with_intervals = [](std::vector<TransitionInterval> intervals) {
        return missing_after([&](AuditCase& audit) { audit.transitions = tests::national(std::move(intervals)); });
    };
    const auto one = tests::interval(2014, 2016, {{"evergreen", "crops", 1}});

    EXPECT_THAT(with_intervals({one}),
                ElementsAre("national transitions of further intervals ([reference_level] transitions)"));
    EXPECT_THAT(with_intervals({one, one}), IsEmpty());
}

TEST(MissingInputs, NameTheProjectsWithoutABeltWhereAnotherHasOne) {
    EXPECT_THAT(missing_after([](AuditCase& audit) {
                    audit.zones[1].zone.project = "project";
                    audit.zones.push_back(audit.zones[0]);
                    audit.zones.back().zone.name = "concession";
                    audit.zones.back().zone.entry = "concession";
                }),
                ElementsAre("a zone of role displacement_belt for concession ([[zones]])"));
}

TEST(MissingInputs, NameTheFactorSetThatLacksStrataWhereAnotherHasAll) {
    const auto with_second_set = [](const std::vector<std::string>& lacking) {
        return [=](AuditCase& audit) {
            audit.factor_sets.push_back(audit.factor_sets[0]);
            audit.factor_sets[1].name = "others.csv";
            for (const std::string& stratum : lacking)
                audit.factor_sets[1].stocks.erase(stratum);
        };
    };
    EXPECT_THAT(missing_after(with_second_set({})), IsEmpty());
    EXPECT_THAT(missing_after(with_second_set({"rubber", "crops"})),
                ElementsAre("carbon factors of what is not forest in others.csv (crops, rubber)"));
    EXPECT_THAT(missing_after(with_second_set({"evergreen"})),
                ElementsAre("carbon factors of further forest types in others.csv (evergreen)"));
}

TEST(MissingInputs, NameAllStrataTogetherWhereEveryFactorSetLacksSome) {
    EXPECT_THAT(missing_after([](AuditCase& audit) {
                    audit.factor_sets.push_back(audit.factor_sets[0]);
                    audit.factor_sets[0].stocks.erase("rubber");
                    audit.factor_sets[1].stocks.erase("crops");
                }),
                ElementsAre("carbon factors of what is not forest (crops, rubber)"));
}

TEST(MissingInputs, AskNothingOfAProjectWhereThereIsNone) {
    EXPECT_THAT(missing_after([](AuditCase& audit) {
                    audit.zones[0].zone.role = ZoneRole::jurisdiction;
                    audit.deductions.clear();
                    audit.claim.reset();
                }),
                ElementsAre("a zone of role project ([[zones]])"));
}

TEST(MissingInputs, AskForTheLossProductWhereOnlyTablesAreGiven) {
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(5)}});
    tests::judge_by_rate(audit, 0.1);

    EXPECT_THAT(missing(audit),
                ElementsAre("the loss product and the project's boundary ([loss], [[zones]])",
                            "a forest-type map ([[strata]])", "a zone of role displacement_belt ([project] areas)",
                            "deductions ([deductions])", "standard errors ([carbon] factors, column standard_error)",
                            "what the project claims ([claim])"));
}

}  // namespace
}  // namespace reddline::accounting
