#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/forest_rule.hpp"

namespace reddline {

/// How activity data come about (Eq. 20).
enum class Route {
    loss,  ///< loss year x a strata map dated before the loss
    maps,  ///< two strata maps at two dates
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

/// Where the reference level comes from (Eq. 16, 17, 19).
enum class ReferenceKind { transitions, rate_of_forest, rate_of_territory, history };

[[nodiscard]] std::string_view to_string(Route value);
[[nodiscard]] std::string_view to_string(Annualise value);
[[nodiscard]] std::string_view to_string(Intervals value);
[[nodiscard]] std::string_view to_string(Arcs value);
[[nodiscard]] std::string_view to_string(AreaModel value);
[[nodiscard]] std::string_view to_string(PostStock value);
[[nodiscard]] std::string_view to_string(ReferenceKind value);

/// One answer to every choice that the rule books leave open.
struct Reading {
    Route route = Route::loss;
    std::optional<std::size_t> strata_map;  ///< index of the map that gives the strata; nothing without strata maps
    ForestRule forest;
    Annualise annualise = Annualise::linear;
    Intervals intervals = Intervals::pooled;
    Arcs arcs = Arcs::option_1;
    AreaModel areas = AreaModel::constant;
    PostStock post = PostStock::post_stock;
    std::optional<ReferenceKind> reference;  ///< nothing when the audit file gives no reference level
};

}  // namespace reddline
