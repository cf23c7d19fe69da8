#pragma once

#include <cstddef>

#include "domain/answer.hpp"
#include "domain/audit_case.hpp"

namespace reddline {

/// Which two maps the maps route compares: the baseline map and the first later map of role monitoring.
struct MapPair {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The pair of maps for the maps route, or why there is none.
[[nodiscard]] Answer<MapPair> map_pair(const AuditCase& audit);

}  // namespace reddline
