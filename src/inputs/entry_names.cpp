#include "inputs/entry_names.hpp"

#include <algorithm>

#include "domain/utf8_text.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

std::string EntryNames::take(const TomlField& field) {
    const std::string& name = field.text();
    if (name.front() == ' ' || name.back() == ' ' || std::ranges::any_of(name, is_control)) {
        field.fail("a name without blanks at its ends and without control characters", "rename it");
    }
    if (std::ranges::find(taken_, name) != taken_.end()) {
        field.fail("a name that no entry before it has", "rename one of them");
    }
    taken_.push_back(name);
    return name;
}

void EntryNames::take_default(const std::string& name, const TomlTable& entry) {
    if (std::ranges::find(taken_, name) != taken_.end()) {
        entry.fail("expected a name of its own for every entry, found " + in_quotes(name) +
                   " again; tell the entries apart with the key \"name\"");
    }
    taken_.push_back(name);
}

}  // namespace reddline::inputs
