#pragma once

#include <string_view>

namespace reddline::gdal_io {

/// True when a file name matches a pattern: `*` any characters, `?` one character, `[abc]`, `[a-z]` and
/// `[!a-z]` one of a set.
[[nodiscard]] bool matches_wildcard(std::string_view name, std::string_view pattern);

}  // namespace reddline::gdal_io
