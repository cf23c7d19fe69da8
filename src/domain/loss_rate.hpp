#pragma once

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
    LossRate(double per_year, RateBase base, std::string source)
        : per_year_{per_year}, base_{base}, source_{std::move(source)} {}
    [[nodiscard]] double per_year() const { return per_year_; }
    [[nodiscard]] RateBase base() const { return base_; }
    [[nodiscard]] const std::string& source() const { return source_; }

private:
    double per_year_;
    RateBase base_;
    std::string source_;
};

}  // namespace reddline
