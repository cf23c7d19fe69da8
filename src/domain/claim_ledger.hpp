#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// Reported beside mapped loss of one stratum in one year; part years count with their share in the period.
struct ClaimRow {
    std::size_t zone = 0;
    std::string stratum;
    LossYear year;
    std::optional<Hectares> reported;  ///< nothing where the claim does not report the zone
    std::optional<Hectares>
        reported_uncounted;             ///< of it, what emits nothing under the reading; nothing without factors
    std::optional<Hectares> mapped;     ///< nothing where no pixel was counted
    std::optional<Hectares> estimated;  ///< nothing without a sample of reference data
    std::optional<TonnesCO2e> reported_emission;  ///< by the audit's own factors
    std::optional<TonnesCO2e> mapped_emission;
};

/// What a part of the difference between the claim and the recomputation is due to.
enum class ClaimPart {
    reference_level,   ///< expected emissions
    hectares,          ///< how much was lost, at the mapped mix of forest types
    strata,            ///< which forest types were lost, at the reported area
    factors,           ///< emissions per hectare: what the claim states beyond its areas at the audit's factors
    displaced,         ///< emissions in the belts
    deductions,        ///< from reductions to credits, rounding included
    excess_emissions,  ///< recomputed emissions above the reference level, which earn nothing and cost nothing
    not_itemised,      ///< what the claim's items leave unexplained
};

/// The part as it stands in tables.
[[nodiscard]] std::string_view to_string(ClaimPart part);

/// One part of the difference; positive where it makes the claim larger than the recomputation.
struct ClaimDifference {
    ClaimPart part = ClaimPart::not_itemised;
    std::int64_t amount_kgCO2e = 0;
    std::string text;  ///< what is compared, with its numbers
};

/// Claimed credits minus recomputed credits of a zone, split into parts that sum to it exactly.
struct ClaimSplit {
    std::size_t zone = 0;
    std::int64_t claimed_kgCO2e = 0;
    std::int64_t recomputed_kgCO2e = 0;
    std::vector<ClaimDifference> parts;
};

}  // namespace reddline
