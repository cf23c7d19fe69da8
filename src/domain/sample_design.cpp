#include "domain/sample_design.hpp"

namespace reddline {

std::string_view to_string(Allocation allocation) {
    switch (allocation) {
        case Allocation::proportional:
            return "proportional";
        case Allocation::equal:
            return "equal";
        case Allocation::neyman:
            return "neyman";
        case Allocation::optimal:
            return "optimal";
        case Allocation::by_hand:
            return "by-hand";
    }
    return {};
}

std::string_view to_string(SampleQuantity quantity) {
    return quantity == SampleQuantity::area ? "area" : "overall-accuracy";
}

std::int64_t SamplePlan::points() const {
    std::int64_t all = 0;
    for (const DesignedStratum& one : strata)
        all += one.points;
    return all;
}

Tally SamplePlan::size() const {
    Tally all;
    for (const DesignedStratum& one : strata)
        all += one.stratum.size;
    return all;
}

}  // namespace reddline
