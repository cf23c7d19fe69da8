#include "domain/finding.hpp"

namespace reddline {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::contradiction:
            return "contradiction";
    }
    return "note";
}

}  // namespace reddline
