#pragma once

#include <cstddef>
#include <vector>

#include "domain/crosstab.hpp"

namespace reddline {

/// Sorts the bins from a place on by their keys, and adds up those of one key; in place, since there may be millions.
void merge_bins(std::vector<Bin>& bins, std::size_t first = 0);

}  // namespace reddline
