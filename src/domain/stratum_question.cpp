#include "domain/stratum_question.hpp"

namespace reddline {

std::string_view to_string(MixSource source) {
    switch (source) {
        case MixSource::expected:
            return "expected";
        case MixSource::reported:
            return "reported";
        case MixSource::mapped:
            return "mapped";
    }
    return {};
}

}  // namespace reddline
