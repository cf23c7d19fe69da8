#pragma once

#include <string>
#include <string_view>

#include "domain/work_plan.hpp"

namespace reddline::store {

/// The text of plan.json.
[[nodiscard]] std::string work_plan_text(const WorkPlan& plan);

/// Reads plan.json as `work_plan_text` writes it.
///
/// Errors: Error{unreadable_file} with `name` as subject when it is something else, or of another format.
[[nodiscard]] WorkPlan parse_work_plan(std::string_view text, const std::string& name);

}  // namespace reddline::store
