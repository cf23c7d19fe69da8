#pragma once

#include <vector>

#include "domain/solved_input.hpp"
#include "domain/statement.hpp"

namespace reddline {

/// What each input of an audit would have to be, the others held.
struct Solution {
    std::vector<ZoneStatement> statements;    ///< by project zone, under the default reading
    std::vector<SolvedInput> by_reading;      ///< of every reading that was asked for and could be computed
    std::vector<SolvedInput> of_claim_alone;  ///< of an audit of tables alone: what the claim implies by itself
};

}  // namespace reddline
