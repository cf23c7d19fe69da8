#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "domain/zone.hpp"
#include "domain/zone_extent.hpp"

namespace reddline::inputs {

/// The three tables of an output directory that hold a crosstab, as text.
struct CrosstabTexts {
    std::string crosstab_csv;
    std::string pixels_csv;
    std::string zones_csv;
};

/// Reads zones.csv as report::zones_csv writes it:
/// `zone,role,entry,project,features,repaired,pixels,area_cm2,area_ha,outside_pixels`. Here and below `area_ha`
/// repeats `area_cm2` for people and is not read.
///
/// Errors: Error{table_malformed}.
[[nodiscard]] std::vector<ZoneExtent> parse_zones(std::string_view zones_csv, const std::string& name);

/// Reads crosstab.csv and pixels.csv as report::crosstab_csv and report::pixels_csv write them; one crosstab per
/// minimum area, in rising order. An outcome that pixels.csv does not list has no pixels.
///
/// Errors: Error{table_malformed} also for a bin or outcome given twice, and for minimum areas that do not begin at 0
///         and rise down the table; Error{crosstab_mismatch} when the columns are not the strata maps of the audit
///         file, a zone is not in `zones`, a stratum is not in its legend, a loss year is beyond the product's last,
///         or the bins of a zone do not add up to its counted pixels.
/// Source: docs/equations.md, Eq. 2
[[nodiscard]] std::vector<CrosstabOfArea> parse_crosstabs(const CrosstabTexts& texts,
                                                          const std::vector<ZoneExtent>& zones,
                                                          const std::vector<StrataMap>& maps, const LossCodes& codes);

}  // namespace reddline::inputs
