#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/reading.hpp"

namespace reddline {

/// A value of a choice, as the audit file names it.
struct ListedValue {
    std::string text;   ///< numbers in their shortest form
    std::string place;  ///< where it stands, as `name:line:column`
};

/// Which values of a choice are crossed; a choice that is not in it is left open. The first value of a list is the default
/// of that choice; where the forest rule has a value of its own, that one is, and it must be listed.
using ReadingLimits = std::map<Choice, std::vector<ListedValue>>;

}  // namespace reddline
