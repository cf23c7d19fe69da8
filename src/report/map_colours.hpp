#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/map_look.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"

namespace reddline::report {

// Forest types are pale and loss is dark, later loss darker than earlier: grey print and colour-blind readers tell them apart by
// lightness.
inline constexpr Colour colour_of_open_land{0xf3, 0xf2, 0xee};       ///< not forest in 2000
inline constexpr Colour colour_of_open_land_loss{0xc9, 0xc0, 0xb4};  ///< not forest in 2000, and loss
inline constexpr Colour colour_of_not_counted{0xdd, 0xe6, 0xec};     ///< water, no data

/// The colours of strata on maps, by their place in the legend; the last is that of land without a stratum. Forest types have the
/// colours of `forest_types`.
[[nodiscard]] std::vector<Colour> stratum_colours(const std::vector<Stratum>& strata,
                                                  const std::vector<std::string>& types);

/// The colour of the loss of a code of the product.
[[nodiscard]] Colour colour_of_loss(std::size_t code, std::size_t last_code);

}  // namespace reddline::report
