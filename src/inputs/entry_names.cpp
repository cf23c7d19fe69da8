#include "inputs/entry_names.hpp"

#include <algorithm>

namespace reddline::inputs {

std::string EntryNames::take(const TomlField& field) {
    const std::string& name = field.text();
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (name.front() == ' ' || name.back() == ' ' || std::ranges::any_of(name, is_control)) {
        field.fail("a name without blanks at its ends and without control characters", "rename it");
    }
    if (std::ranges::find(taken_, name) != taken_.end()) {
        field.fail("a name that no entry before it has", "rename one of them");
    }
    taken_.push_back(name);
    return name;
}

}  // namespace reddline::inputs
