#pragma once

#include "domain/audit_case.hpp"

namespace reddline::tests {

/// A case of the loss years 2001 to 2020 that holds nothing else.
[[nodiscard]] inline AuditCase empty_case() {
    return {.title = {},
            .label = {},
            .release = {},
            .codes = LossCodes{LossYear{2001}, LossYear{2020}},
            .forest = {},
            .canopy_sweep = {},
            .maps = {},
            .zones = {},
            .crosstabs = {},
            .factor_sets = {},
            .transitions = {},
            .references = {},
            .monitoring = {},
            .deductions = {},
            .declared_areas = {},
            .claim = {},
            .sample = {},
            .limits = {}};
}

}  // namespace reddline::tests
