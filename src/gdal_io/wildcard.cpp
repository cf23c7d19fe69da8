#include "gdal_io/wildcard.hpp"

#include <cstddef>
#include <string_view>

namespace reddline::gdal_io {

namespace {

// Position after the set that opens at pattern[0] == '['; 0 when it never closes, so the bracket stands for
// itself.
std::size_t end_of_set(std::string_view pattern) {
    const std::size_t first = pattern.size() > 1 && pattern[1] == '!' ? 2 : 1;
    const std::size_t close = pattern.find(']', first + 1);
    return close == std::string_view::npos ? 0 : close + 1;
}

bool in_set(char letter, std::string_view set) {
    std::string_view members = set.substr(1, set.size() - 2);
    const bool negated = members.front() == '!';
    if (negated) members.remove_prefix(1);
    bool found = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i + 2 < members.size() && members[i + 1] == '-') {
            found = found || (members[i] <= letter && letter <= members[i + 2]);
            i += 2;
        } else {
            found = found || members[i] == letter;
        }
    }
    return found != negated;
}

}  // namespace

bool matches_wildcard(std::string_view name, std::string_view pattern) {
    if (pattern.empty()) return name.empty();
    if (pattern.front() == '*') {
        for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
            if (matches_wildcard(name.substr(skipped), pattern.substr(1))) return true;
        }
        return false;
    }
    if (name.empty()) return false;
    const std::size_t set_end = pattern.front() == '[' ? end_of_set(pattern) : 0;
    if (set_end > 0) {
        return in_set(name.front(), pattern.substr(0, set_end)) &&
               matches_wildcard(name.substr(1), pattern.substr(set_end));
    }
    const bool fits = pattern.front() == '?' || pattern.front() == name.front();
    return fits && matches_wildcard(name.substr(1), pattern.substr(1));
}

}  // namespace reddline::gdal_io
