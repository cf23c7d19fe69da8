#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reading.hpp"
#include "domain/stratum.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// Area of one stratum lost in one whole calendar year, with what it became where that is known.
struct Activity {
    std::string from;                 ///< the stratum that was there; empty where the map has none
    std::optional<StratumKind> kind;  ///< of `from`; nothing where the map has none
    std::optional<std::string> to;    ///< the stratum that stands there afterwards; nothing when it is not known
    LossYear year;
    Hectares area;
    std::optional<Hectares> standard_error;
};

/// Area lost in one zone by stratum and year: what we claim, and how it was estimated.
struct ActivityData {
    std::size_t zone = 0;
    Route route = Route::loss;
    std::string strata;  ///< the map, or the two maps, that give the strata
    std::vector<Activity> rows;
};

/// How an area errs: with one uncertain input, by so much for each standard error of it. Areas that err with the same
/// input err together.
struct AreaError {
    std::string input;  ///< name of the input, such as "project: evergreen forest > field crops"
    Hectares standard_error;
};

/// Part of the area behind an emission: what it is, and whose carbon is subtracted because it stands there afterwards.
struct Flow {
    std::string stock_after;  ///< a stratum; empty where no stock is subtracted
    Hectares area;
    std::optional<AreaError> error;  ///< nothing where the area is taken as exact
};

/// An amount of one stratum in one whole calendar year: area lost and what it emits.
struct StratumYear {
    std::string stratum;  ///< empty: all strata together, where only their sum is known
    LossYear year;
    std::optional<Hectares> area;  ///< nothing where only the emission is known
    TonnesCO2e emission;
    std::vector<Flow>
        flows{};  ///< the areas that make the emission, for its uncertainty; none where only the sum is known
};

/// Emissions of one zone by stratum and whole calendar year, expected or observed.
using EmissionTable = std::vector<StratumYear>;

/// Sum of the emissions of one year.
[[nodiscard]] inline TonnesCO2e emission_of(const EmissionTable& table, LossYear year) {
    TonnesCO2e sum;
    for (const StratumYear& row : table) {
        if (row.year == year) sum += row.emission;
    }
    return sum;
}

}  // namespace reddline
