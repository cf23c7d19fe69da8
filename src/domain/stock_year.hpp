#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "domain/reading.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// Forest and carbon of one stratum at the start of a year (loss route) or in the year of a map (maps route).
struct StockYear {
    std::size_t zone = 0;
    Route route = Route::loss;
    std::string strata;  ///< the map that gives the strata
    std::string stratum;
    LossYear year;
    Hectares area;
    std::optional<TonnesC> stock;          ///< nothing when the stratum has no factor
    std::optional<TonnesC> yearly_change;  ///< per year, from the row before to this one; nothing in the first row
};

}  // namespace reddline
