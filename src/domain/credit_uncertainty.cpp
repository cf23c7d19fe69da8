#include "domain/credit_uncertainty.hpp"

#include <algorithm>

namespace reddline {

const ZoneUncertainty* CreditUncertainty::of(std::size_t zone) const {
    const auto found = std::ranges::find(zones, zone, &ZoneUncertainty::zone);
    return found == zones.end() ? nullptr : &*found;
}

}  // namespace reddline
