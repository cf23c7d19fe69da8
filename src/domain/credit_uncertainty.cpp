#include "domain/credit_uncertainty.hpp"

#include <algorithm>

namespace reddline {

const ZoneUncertainty* CreditUncertainty::of(std::size_t zone) const {
    const auto found = std::ranges::find(zones, zone, &ZoneUncertainty::zone);
    return found == zones.end() ? nullptr : &*found;
}

const ProgrammeDeduction* CreditUncertainty::deduction(std::size_t zone, std::string_view programme) const {
    const auto found = std::ranges::find(deductions, zone, &ZoneDeductions::zone);
    if (found == deductions.end()) return nullptr;
    const auto row = std::ranges::find(found->programmes, programme, &ProgrammeDeduction::programme);
    return row == found->programmes.end() ? nullptr : &*row;
}

}  // namespace reddline
