#include "domain/claim_ledger.hpp"

namespace reddline {

std::string_view to_string(ClaimPart part) {
    switch (part) {
        case ClaimPart::reference_level:
            return "reference_level";
        case ClaimPart::hectares:
            return "hectares";
        case ClaimPart::strata:
            return "strata";
        case ClaimPart::factors:
            return "factors";
        case ClaimPart::displaced:
            return "displaced";
        case ClaimPart::deductions:
            return "deductions";
        case ClaimPart::excess_emissions:
            return "excess_emissions";
        case ClaimPart::not_itemised:
            return "not_itemised";
    }
    return {};
}

}  // namespace reddline
