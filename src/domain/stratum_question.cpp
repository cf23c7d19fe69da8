#include "domain/stratum_question.hpp"

#include <algorithm>

namespace reddline {

std::string_view to_string(MixSource source) {
    switch (source) {
        case MixSource::expected:
            return "expected";
        case MixSource::reported:
            return "reported";
        case MixSource::estimated:
            return "estimated";
        case MixSource::mapped:
            return "mapped";
    }
    return {};
}

Hectares LossMix::lost_forest() const {
    Hectares sum;
    for (const StratumShare& stratum : strata)
        sum += stratum.area;
    return sum;
}

Hectares LossMix::became_forest() const {
    Hectares sum;
    for (const StratumShare& stratum : strata)
        sum += stratum.became_forest;
    return sum;
}

double LossMix::share_of(std::string_view stratum) const {
    const auto found = std::ranges::find(strata, stratum, &StratumShare::stratum);
    return found == strata.end() ? 0.0 : found->share;
}

}  // namespace reddline
