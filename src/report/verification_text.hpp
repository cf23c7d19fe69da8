#pragma once

#include <string>

#include "domain/verification.hpp"

namespace reddline::report {

/// What a verification came to, for people: the verdict first, then program, inputs and files.
[[nodiscard]] std::string verification_text(const Verification& verification);

}  // namespace reddline::report
