#include "cli/next_unit.hpp"

#include <algorithm>
#include <vector>

namespace reddline::cli {

NextUnit units_of(const Shard& shard, std::size_t units) {
    return [shard, units, next = shard.index]() mutable {
        const std::optional<std::size_t> unit = next < units ? std::optional(next) : std::nullopt;
        next += shard.count;
        return unit;
    };
}

NextUnit units_among(const Ranks& ranks, const Shard& shard, const WorkPlan& plan) {
    std::vector<std::size_t> order;
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        if (shard.takes(unit)) order.push_back(unit);
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t unit) { return plan.units[unit].decoded_bytes; });
    return [&ranks, order]() -> std::optional<std::size_t> {
        const auto number = ranks.next();
        return number && *number < order.size() ? std::optional(order[*number]) : std::nullopt;
    };
}

}  // namespace reddline::cli
