#pragma once

#include <string>

namespace reddline {

/// A named share that is held back from the credits (Eq. 23).
struct Deduction {
    std::string name;
    double fraction = 0.0;  ///< 0..1
    std::string source;
};

}  // namespace reddline
