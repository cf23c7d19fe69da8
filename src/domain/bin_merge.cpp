#include "domain/bin_merge.hpp"

#include <algorithm>
#include <ranges>

namespace reddline {

void merge_bins(std::vector<Bin>& bins, std::size_t first) {
    const auto start = bins.begin() + static_cast<std::ptrdiff_t>(first);
    const std::ranges::subrange part(start, bins.end());
    if (!std::ranges::is_sorted(part, {}, &Bin::key)) std::ranges::sort(part, {}, &Bin::key);
    auto last = start;
    for (auto bin = start; bin != bins.end(); ++bin) {
        if (bin == last) continue;
        if (last->key == bin->key) {
            last->tally += bin->tally;
        } else {
            *++last = *bin;
        }
    }
    if (start != bins.end()) bins.erase(last + 1, bins.end());
}

}  // namespace reddline
