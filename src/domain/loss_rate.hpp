#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace reddline {

/// What a yearly loss rate is a share of (Eq. 17).
enum class RateBase { forest, territory };

/// The base as it stands in the audit file.
[[nodiscard]] constexpr std::string_view to_string(RateBase base) {
    return base == RateBase::forest ? "forest" : "territory";
}

/// A flat yearly loss rate; it cannot exist without its base and its source.
class LossRate {
public:
    LossRate(double per_year, RateBase base, std::string source, std::optional<double> standard_error = std::nullopt)
        : per_year_{per_year}, base_{base}, source_{std::move(source)}, standard_error_{standard_error} {}
    [[nodiscard]] double per_year() const { return per_year_; }
    [[nodiscard]] RateBase base() const { return base_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    /// Of the share per year; nothing where none is stated.
    [[nodiscard]] std::optional<double> standard_error() const { return standard_error_; }

private:
    double per_year_;
    RateBase base_;
    std::string source_;
    std::optional<double> standard_error_;
};

}  // namespace reddline
