#include "domain/reading.hpp"

#include <gmock/gmock.h>

#include <string_view>
#include <vector>

namespace reddline {
namespace {

TEST(Reading, NamesItsChoicesAsTheTablesDo) {
    EXPECT_EQ(to_string(Route::loss), "loss");
    EXPECT_EQ(to_string(Route::maps), "maps");
    EXPECT_EQ(to_string(Route::reported), "reported");
    EXPECT_EQ(to_string(Annualise::linear), "linear");
    EXPECT_EQ(to_string(Annualise::compound), "compound");
    EXPECT_EQ(to_string(Annualise::matrix_root), "matrix-root");
    EXPECT_EQ(to_string(Intervals::pooled), "pooled");
    EXPECT_EQ(to_string(Intervals::mean), "mean");
    EXPECT_EQ(to_string(Arcs::option_1), "option-1");
    EXPECT_EQ(to_string(Arcs::option_2), "option-2");
    EXPECT_EQ(to_string(AreaModel::constant), "static");
    EXPECT_EQ(to_string(AreaModel::markov), "markov");
    EXPECT_EQ(to_string(PostStock::post_stock), "post-stock");
    EXPECT_EQ(to_string(PostStock::zero), "zero");
}

TEST(Choice, IsNamedAsItsColumnInTheOrderOfTheTables) {
    std::vector<std::string_view> names;
    for (const Choice choice : all_choices())
        names.push_back(to_string(choice));

    EXPECT_THAT(names, testing::ElementsAre("route", "strata", "canopy_pct", "canopy_rule", "min_area_ha", "factors",
                                            "annualise", "intervals", "arcs", "areas", "post", "reference"));
}

TEST(WithChoiceOf, TakesOneChoiceAndLeavesTheOthers) {
    const Reading one;
    const Reading other{.route = Route::reported,
                        .strata_map = 1,
                        .forest = {50, CanopyRule::at_least, 0.5},
                        .factors = 1,
                        .annualise = Annualise::compound,
                        .intervals = Intervals::mean,
                        .arcs = Arcs::option_2,
                        .areas = AreaModel::markov,
                        .post = PostStock::zero,
                        .reference = 1};
    Reading mixed = one;
    for (const Choice choice : all_choices()) {
        EXPECT_NE(with_choice_of(one, choice, other), one);
        EXPECT_EQ(with_choice_of(with_choice_of(one, choice, other), choice, one), one);
        mixed = with_choice_of(mixed, choice, other);
    }
    EXPECT_EQ(mixed, other);

    EXPECT_EQ(with_choice_of(one, Choice::canopy_pct, other).forest, (ForestRule{50, CanopyRule::greater, 0.0}));
}

TEST(Caveat, SaysInWhichDirectionItBiasesTheCredits) {
    using testing::HasSubstr;
    for (const Caveat caveat : {Caveat::degradation_unseen, Caveat::regrowth_unexpected, Caveat::strata_after_loss})
        EXPECT_THAT(to_string(caveat), HasSubstr("biased upwards"));
    for (const Caveat caveat : {Caveat::regrowth_unseen, Caveat::history_hidden, Caveat::forest_hidden})
        EXPECT_THAT(to_string(caveat), HasSubstr("biased downwards"));
    EXPECT_THAT(to_string(Caveat::other_strata), HasSubstr("not known to be those of the reference level's map"));
}

}  // namespace
}  // namespace reddline
