#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/reading.hpp"

namespace reddline {

/// Which values of a choice are crossed, as the audit file names them; a choice that is not in it is left open. The first
/// value of a list is the default of that choice.
using ReadingLimits = std::map<Choice, std::vector<std::string>>;

}  // namespace reddline
