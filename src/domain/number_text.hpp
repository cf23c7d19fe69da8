#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reddline {

/// The shortest text that reads back as the same double; never depends on the locale.
[[nodiscard]] std::string shortest(double value);

/// The number with a fixed count of decimals, for example fixed(1.5, 2) = "1.50".
[[nodiscard]] std::string fixed(double value, int decimals);

/// The number with a comma between thousands, for people: grouped(1234567.8, 0) = "1,234,568".
[[nodiscard]] std::string grouped(double value, int decimals);

/// The whole number with a comma between thousands: grouped(1234567) = "1,234,567".
[[nodiscard]] std::string grouped(std::int64_t count);

/// A count with its noun in the right number: counted(1, "warning") = "1 warning", counted(0, "note") = "0 notes".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);

/// The whole text as a finite double; nothing when any of it is something else.
[[nodiscard]] std::optional<double> parse_double(std::string_view text);

/// The whole text as an integer; nothing when any of it is something else.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace reddline
