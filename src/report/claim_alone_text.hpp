#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/solved_input.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// A solved value as people read it, with its unit; "-" where there is none.
[[nodiscard]] std::string solved_value_text(const Strings& say, const std::optional<double>& value,
                                            const std::string& unit);

/// At which share of the highest factor in its loss the claim's credits vanish, a sentence per factor set.
[[nodiscard]] std::vector<std::string> claim_alone_sentences(const Strings& say,
                                                             const std::vector<SolvedInput>& solved);

/// The forest that the claim implies, by type: under the default choices, and the lowest and highest over all readings.
[[nodiscard]] PlainTable implied_forest_table(const Strings& say, const std::vector<SolvedInput>& solved);

/// Both on a screen; empty where nothing was solved.
[[nodiscard]] std::string claim_alone_text(const Strings& say, const std::vector<SolvedInput>& solved);

}  // namespace reddline::report
