#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reddline::inputs {

/// A layer of the loss product that an audit reads.
enum class LossLayer { lossyear, treecover2000, datamask };

/// The layer as it stands in file names and in the audit file.
[[nodiscard]] std::string_view to_string(LossLayer layer);

/// What the name of a tile of the loss product tells.
struct LossFileName {
    LossLayer layer = LossLayer::lossyear;
    std::string release;           ///< such as `GFC-2023-v1.11`; empty where the name has none
    std::optional<int> last_year;  ///< the last year that this release covers, where its name has it
    friend bool operator==(const LossFileName&, const LossFileName&) = default;
};

/// Reads a file name such as `Hansen_GFC-2023-v1.11_lossyear_20N_100E.tif`, or one of another product that names the
/// layer. Nothing where it names no layer that an audit reads.
///
/// Releases up to GFC2015 name the year in which they came out and not the last that they cover, so they have no last
/// year.
[[nodiscard]] std::optional<LossFileName> parse_loss_file_name(std::string_view name);

/// True for every file of the Global Forest Change product by its name, also of layers that an audit does not read.
[[nodiscard]] bool is_gfc_name(std::string_view name);

/// The only number of four digits from 1900 to 2099 in a name; nothing where there is none, or several.
[[nodiscard]] std::optional<int> year_in_name(std::string_view name);

}  // namespace reddline::inputs
