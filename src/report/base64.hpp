#pragma once

#include <string>
#include <string_view>

namespace reddline::report {

/// Bytes as text. Source: RFC 4648, section 4
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace reddline::report
