#pragma once

#include <string>

namespace reddline {

/// The file's name without its folder: results do not depend on where the inputs lie.
[[nodiscard]] std::string file_name_of(const std::string& path);

}  // namespace reddline
