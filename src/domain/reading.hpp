#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/forest_rule.hpp"

namespace reddline {

/// How activity data come about (Eq. 20).
enum class Route {
    loss,      ///< loss year x a strata map dated before the loss
    maps,      ///< two strata maps at two dates
    reported,  ///< the claim's own table of losses
    sample,    ///< areas estimated from reference points (Eq. 7, 8)
};

/// How a probability over several years becomes a yearly one (Eq. 13).
enum class Annualise { linear, compound, matrix_root };

/// How several intervals of a national matrix become one (Eq. 14).
enum class Intervals { pooled, mean };

/// Which transitions count (Eq. 15).
enum class Arcs {
    option_1,  ///< forest to non-forest
    option_2,  ///< also forest to forest of a lower carbon stock
};

/// How the forest area develops under the reference level (Eq. 16).
enum class AreaModel { constant, markov };

/// What carbon stands on land that stopped being forest (Eq. 11).
enum class PostStock {
    post_stock,  ///< the stock of the destination's stratum
    zero,        ///< none
};

[[nodiscard]] std::string_view to_string(Route value);
[[nodiscard]] std::string_view to_string(Annualise value);
[[nodiscard]] std::string_view to_string(Intervals value);
[[nodiscard]] std::string_view to_string(Arcs value);
[[nodiscard]] std::string_view to_string(AreaModel value);
[[nodiscard]] std::string_view to_string(PostStock value);

/// One answer to every choice that the rule books leave open. A choice that has no part in a reading stands at its
/// default, so that two readings that mean the same are equal.
struct Reading {
    Route route = Route::loss;
    std::optional<std::size_t> strata_map;  ///< index of the map that gives the strata; nothing without strata maps
    ForestRule forest;
    std::size_t factors = 0;  ///< index of the factor set
    Annualise annualise = Annualise::linear;
    Intervals intervals = Intervals::pooled;
    Arcs arcs = Arcs::option_1;
    AreaModel areas = AreaModel::constant;
    PostStock post = PostStock::post_stock;
    std::optional<std::size_t> reference;  ///< index of the reference level; nothing when the audit file gives none
    friend auto operator<=>(const Reading&, const Reading&) = default;
};

/// What a reading chooses, in the order of the tables.
enum class Choice {
    route,
    strata,
    canopy_pct,
    canopy_rule,
    min_area,
    factors,
    annualise,
    intervals,
    arcs,
    areas,
    post,
    reference,
};

/// All choices in the order of the tables.
[[nodiscard]] const std::array<Choice, 12>& all_choices();

/// The choice as its column in tables is called, for example `canopy_pct`.
[[nodiscard]] std::string_view to_string(Choice choice);

/// `reading` with one choice taken from `other`.
[[nodiscard]] Reading with_choice_of(Reading reading, Choice choice, const Reading& other);

/// Why a reading does not treat what was expected and what is observed alike.
enum class Caveat {
    degradation_unseen,      ///< change among forest types is expected and cannot be observed: credits biased upwards
    degradation_unexpected,  ///< it is observed and was not expected: biased downwards
    regrowth_unseen,      ///< carbon that stands afterwards is subtracted from what is expected alone: biased downwards
    regrowth_unexpected,  ///< it is subtracted from what is observed alone: biased upwards
    history_hidden,       ///< the strata map does not show the forest lost in the reference years: biased downwards
    forest_hidden,  ///< what is reported is set against the forest of a map that does not show what was lost by its date
    other_strata,   ///< the claim's forest types are not known to be read from the map of the reference level
    strata_after_loss,  ///< the strata map is not dated before the loss: loss hides in what came after it
};

/// In words, for the tables.
[[nodiscard]] std::string_view to_string(Caveat caveat);

}  // namespace reddline
