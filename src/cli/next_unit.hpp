#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "cli/ranks.hpp"
#include "cli/shard.hpp"
#include "domain/work_plan.hpp"

namespace reddline::cli {

/// Gives the units of a plan that a process does, one after the other; nothing when there are no more.
using NextUnit = std::function<std::optional<std::size_t>()>;

/// Those of a shard, in their order.
[[nodiscard]] NextUnit units_of(const Shard& shard, std::size_t units);

/// Those of a shard that no other rank was given: the largest first, so that the ranks finish together. The ranks must outlive it.
[[nodiscard]] NextUnit units_among(const Ranks& ranks, const Shard& shard, const WorkPlan& plan);

}  // namespace reddline::cli
