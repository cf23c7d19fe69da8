#pragma once

#include <string>
#include <string_view>

#include "domain/output_difference.hpp"

namespace reddline::inputs {

/// The texts of an output directory that a comparison needs.
struct OutputTexts {
    std::string_view run_json;
    std::string_view crosstab_json;
    std::string_view zones_csv;
    std::string_view activity_csv;
    std::string_view emissions_csv;
};

/// What an earlier run states of mapped loss (route `loss`), of its zones, and of what it rests on.
///
/// Shapes: `folder` names the directory in messages.
/// Errors: Error{table_malformed, crosstab_mismatch} when a text is not what `audit` or `account` writes.
[[nodiscard]] StatedOutput parse_stated_output(const OutputTexts& texts, const std::string& folder);

}  // namespace reddline::inputs
