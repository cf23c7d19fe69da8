#pragma once

#include <string>
#include <string_view>

namespace reddline::store {

/// The 32 bytes of the SHA-256 of some bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Bytes as two lower-case hexadecimal digits each.
[[nodiscard]] std::string hexadecimal(std::string_view bytes);

}  // namespace reddline::store
