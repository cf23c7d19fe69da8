#include "domain/reading.hpp"

namespace reddline {

std::string_view to_string(Route value) {
    return value == Route::loss ? "loss" : "maps";
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

std::string_view to_string(ReferenceKind value) {
    switch (value) {
        case ReferenceKind::transitions:
            return "transitions";
        case ReferenceKind::rate_of_forest:
            return "rate-of-forest";
        case ReferenceKind::rate_of_territory:
            return "rate-of-territory";
        case ReferenceKind::history:
            return "history";
    }
    return "transitions";
}

}  // namespace reddline
