#include "domain/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace reddline {

namespace {

/// The text of a number with a comma between thousands.
std::string with_commas(std::string text) {
    const std::size_t first_digit = text.front() == '-' ? 1 : 0;
    std::size_t end = text.find('.');
    if (end == std::string::npos) end = text.size();
    while (end > first_digit + 3) {
        end -= 3;
        text.insert(end, 1, ',');
    }
    return text;
}

}  // namespace

std::string shortest(double value) {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value == 0.0 ? 0.0 : value);
    return {buffer.data(), result.ptr};
}

std::string fixed(double value, int decimals) {
    std::array<char, 512> buffer{};
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    std::string text{buffer.data(), result.ptr};
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    if (is_zero && text.front() == '-') text.erase(0, 1);
    return text;
}

std::string grouped(double value, int decimals) {
    return with_commas(fixed(value, decimals));
}

std::string grouped(std::int64_t count) {
    return with_commas(std::to_string(count));
}

std::string counted(std::int64_t count, std::string_view noun) {
    return grouped(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::optional<double> parse_double(std::string_view text) {
    double value = 0.0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace reddline
