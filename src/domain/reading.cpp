#include "domain/reading.hpp"

namespace reddline {

std::string_view to_string(Route value) {
    switch (value) {
        case Route::loss:
            return "loss";
        case Route::maps:
            return "maps";
        case Route::reported:
            return "reported";
        case Route::sample:
            return "sample";
    }
    return "loss";
}

std::string_view to_string(Annualise value) {
    switch (value) {
        case Annualise::linear:
            return "linear";
        case Annualise::compound:
            return "compound";
        case Annualise::matrix_root:
            return "matrix-root";
    }
    return "linear";
}

std::string_view to_string(Intervals value) {
    return value == Intervals::pooled ? "pooled" : "mean";
}

std::string_view to_string(Arcs value) {
    return value == Arcs::option_1 ? "option-1" : "option-2";
}

std::string_view to_string(AreaModel value) {
    return value == AreaModel::constant ? "static" : "markov";
}

std::string_view to_string(PostStock value) {
    return value == PostStock::post_stock ? "post-stock" : "zero";
}

const std::array<Choice, 12>& all_choices() {
    static constexpr std::array choices{Choice::route,    Choice::strata,  Choice::canopy_pct, Choice::canopy_rule,
                                        Choice::min_area, Choice::factors, Choice::annualise,  Choice::intervals,
                                        Choice::arcs,     Choice::areas,   Choice::post,       Choice::reference};
    return choices;
}

std::string_view to_string(Choice choice) {
    switch (choice) {
        case Choice::route:
            return "route";
        case Choice::strata:
            return "strata";
        case Choice::canopy_pct:
            return "canopy_pct";
        case Choice::canopy_rule:
            return "canopy_rule";
        case Choice::min_area:
            return "min_area_ha";
        case Choice::factors:
            return "factors";
        case Choice::annualise:
            return "annualise";
        case Choice::intervals:
            return "intervals";
        case Choice::arcs:
            return "arcs";
        case Choice::areas:
            return "areas";
        case Choice::post:
            return "post";
        case Choice::reference:
            return "reference";
    }
    return {};
}

Reading with_choice_of(Reading reading, Choice choice, const Reading& other) {
    switch (choice) {
        case Choice::route:
            reading.route = other.route;
            break;
        case Choice::strata:
            reading.strata_map = other.strata_map;
            break;
        case Choice::canopy_pct:
            reading.forest.canopy_pct = other.forest.canopy_pct;
            break;
        case Choice::canopy_rule:
            reading.forest.canopy_rule = other.forest.canopy_rule;
            break;
        case Choice::min_area:
            reading.forest.min_area_ha = other.forest.min_area_ha;
            break;
        case Choice::factors:
            reading.factors = other.factors;
            break;
        case Choice::annualise:
            reading.annualise = other.annualise;
            break;
        case Choice::intervals:
            reading.intervals = other.intervals;
            break;
        case Choice::arcs:
            reading.arcs = other.arcs;
            break;
        case Choice::areas:
            reading.areas = other.areas;
            break;
        case Choice::post:
            reading.post = other.post;
            break;
        case Choice::reference:
            reading.reference = other.reference;
            break;
    }
    return reading;
}

std::string_view to_string(Caveat caveat) {
    switch (caveat) {
        case Caveat::degradation_unseen:
            return "change among forest types is expected, and this route cannot observe it: biased upwards";
        case Caveat::degradation_unexpected:
            return "change among forest types is observed, and the reference level does not expect it: biased "
                   "downwards";
        case Caveat::regrowth_unseen:
            return "what stands on the land afterwards is subtracted from what is expected, not from what is observed: "
                   "biased downwards";
        case Caveat::regrowth_unexpected:
            return "what stands on the land afterwards is subtracted from what is observed, not from what is expected: "
                   "biased upwards";
        case Caveat::history_hidden:
            return "the strata map is dated after the first reference year and no longer shows as forest what was lost "
                   "by then: biased downwards";
        case Caveat::forest_hidden:
            return "the strata map of the reference level is not dated before the monitoring period and no longer "
                   "shows as forest what was lost by then, which the claim or the sample may hold: biased downwards "
                   "(under a rate "
                   "of territory, either way)";
        case Caveat::other_strata:
            return "the forest types of the reported loss are not known to be those of the reference level's map";
        case Caveat::strata_after_loss:
            return "the strata map is not dated before the loss, so lost forest shows as what came after it: biased "
                   "upwards";
    }
    return {};
}

}  // namespace reddline
