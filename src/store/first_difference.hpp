#pragma once

#include <optional>
#include <string>

#include "domain/verification.hpp"

namespace reddline::store {

/// Where two files first differ; nothing when every byte is the same. It reads both once and holds little of them.
///
/// Errors: Error{unreadable_file}.
[[nodiscard]] std::optional<FirstDifference> first_difference(const std::string& first, const std::string& second);

}  // namespace reddline::store
