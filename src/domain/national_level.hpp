#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/history_rule.hpp"
#include "domain/units.hpp"

namespace reddline {

/// By what a national reference level is shared out (Eq. 18).
enum class ShareKey { forest_area, carbon_stock, past_area_change, past_stock_change };

/// The key as it stands in the audit file, for example `forest-area`.
[[nodiscard]] std::string_view to_string(ShareKey key);

/// A national reference level and the key that allots a part of it to a zone.
struct NationalLevel {
    TonnesCO2e per_year;
    ShareKey key = ShareKey::forest_area;
    /// The nation's total of the key: ha of forest, tC, ha lost per year, or tCO2e emitted per year; nothing when it is
    /// that of the zone `jurisdiction`.
    std::optional<double> total;
    std::string jurisdiction;            ///< the zone that is the nation; empty when `total` is given
    std::optional<HistoryRule> history;  ///< whose past change counts, and when; only for the keys of past change
    std::string source;
};

}  // namespace reddline
