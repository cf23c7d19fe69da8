#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline {

/// What a class of a strata map counts as.
enum class StratumKind {
    forest,      ///< a forest type with a carbon stock
    excluded,    ///< tree cover that the rules do not call forest: rubber, oil palm, perennial crops
    non_forest,  ///< everything else
};

/// A land class with one carbon density; several map codes may share it.
struct Stratum {
    std::string name;
    StratumKind kind = StratumKind::non_forest;
    friend auto operator<=>(const Stratum&, const Stratum&) = default;
};

/// Which stratum each code of a map means. Strata are numbered in order of first appearance.
///
/// Errors: `add` throws Error{table_malformed} on a repeated code, on one stratum with two kinds, or beyond most_strata.
class Legend {
public:
    /// So many fit into a byte per pixel, with room for the values that mark none.
    static constexpr std::size_t most_strata = 250;

    /// `source` names the legend in messages.
    explicit Legend(std::string source = {}) : source_{std::move(source)} {}

    /// `code` is a raster value or, for polygons, an attribute value.
    void add(const std::string& code, const Stratum& stratum);

    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] const std::vector<Stratum>& strata() const { return strata_; }
    /// Index into strata() of each code, as text.
    [[nodiscard]] const std::map<std::string, std::uint16_t>& codes() const { return codes_; }
    /// Index of the stratum of that name; nothing when the legend has none.
    [[nodiscard]] std::optional<std::uint16_t> index_of(std::string_view stratum_name) const;
    /// Name of the stratum of that index; empty beyond the last, which means that the map has none there.
    [[nodiscard]] std::string name_of(std::uint16_t index) const;

private:
    std::string source_;
    std::vector<Stratum> strata_;
    std::map<std::string, std::uint16_t> codes_;
};

/// What a strata map is used for.
enum class StrataRole { baseline, monitoring, independent };

/// The role as it stands in the audit file.
[[nodiscard]] std::string_view to_string(StrataRole role);

/// The role of that name; nothing when there is none.
[[nodiscard]] std::optional<StrataRole> strata_role_of(std::string_view name);

/// A forest-type map without its pixels.
struct StrataMap {
    std::string name;
    int year = 0;  ///< the year the map shows
    StrataRole role = StrataRole::baseline;
    Legend legend;
};

/// The map whose strata define forest where one must be chosen: the first of role baseline, else the first.
/// Index into `maps`; nothing when there is no map.
[[nodiscard]] std::optional<std::size_t> baseline_map(const std::vector<StrataMap>& maps);

}  // namespace reddline
