#include "domain/uncertainty_rules.hpp"

namespace reddline {

std::string_view to_string(DistributionFamily family) {
    switch (family) {
        case DistributionFamily::normal:
            return "normal";
        case DistributionFamily::truncated_normal:
            return "truncated-normal";
        case DistributionFamily::log_normal:
            return "log-normal";
        case DistributionFamily::beta:
            return "beta";
        case DistributionFamily::triangular:
            return "triangular";
        case DistributionFamily::bootstrap:
            return "bootstrap";
    }
    return "unknown";
}

}  // namespace reddline
