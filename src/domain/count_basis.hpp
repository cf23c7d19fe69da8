#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/provenance.hpp"

namespace reddline {

/// One thing that the counts of a crosstab depend on, such as `forest.min_area_ha` = `0.5`.
struct CountFact {
    std::string name;  ///< as the audit file writes it, an entry's name in brackets: `zones[belt].role`
    std::string value;
    friend bool operator==(const CountFact&, const CountFact&) = default;
};

/// How the label of a count begins to say that parts of it are missing.
inline constexpr std::string_view partial_mark = "PARTIAL: ";

/// What a crosstab was counted with.
struct CountBasis {
    std::vector<CountFact> facts;   ///< each name once
    std::int64_t pixels_read = 0;   ///< of all layers
    std::vector<InputFile> inputs;  ///< rasters and zones
    std::string partial;            ///< what is not counted, for the label of all that follows; empty = nothing
};

/// One fact of which two counts say different things; a value in quotes, or `nothing`.
struct FactMismatch {
    std::string name;
    std::string first;
    std::string second;
    friend bool operator==(const FactMismatch&, const FactMismatch&) = default;
};

/// The first fact that is not the same on both sides, in the order of the first; nothing when all are.
[[nodiscard]] std::optional<FactMismatch> mismatch_of(const std::vector<CountFact>& first,
                                                      const std::vector<CountFact>& second);

/// Stops unless a crosstab was counted with what the audit file says now.
///
/// Errors: Error{crosstab_mismatch} with `place` as subject, naming the first fact that differs, what each side says,
///         and what to do.
void expect_counted_with(const std::vector<CountFact>& audit_file, const std::vector<CountFact>& counted,
                         const std::string& place);

}  // namespace reddline
