#include "domain/solved_input.hpp"

namespace reddline {

std::string_view to_string(SolveTarget target) {
    return target == SolveTarget::break_even ? "break-even" : "claim";
}

}  // namespace reddline
