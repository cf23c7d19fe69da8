#include "inputs/nearest_name.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <utility>
#include <vector>

namespace reddline::inputs {

namespace {

/// Edit distance in which two swapped neighbours are one mistake: `rloe` is one step from `role`.
std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> current(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                current[j] = std::min(current[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[to.size()];
}

/// Letters beyond ASCII stay as they are.
std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// How far a name is from the wanted one; the smaller, the nearer.
struct Farness {
    bool is_no_beginning = true;  ///< false where `wanted` is only the beginning of the name
    std::size_t edits = 0;
    std::size_t edits_with_case = 0;
    friend auto operator<=>(const Farness&, const Farness&) = default;
};

Farness farness_of(std::string_view wanted, std::string_view name) {
    const std::string small_wanted = in_small_letters(wanted);
    const std::string small_name = in_small_letters(name);
    return {!small_name.starts_with(small_wanted), edit_distance(small_wanted, small_name),
            edit_distance(wanted, name)};
}

}  // namespace

std::string nearest_name(std::string_view wanted, std::span<const std::string> known) {
    const auto nearest =
        std::ranges::min_element(known, {}, [&](const std::string& name) { return farness_of(wanted, name); });
    return nearest == known.end() ? std::string{} : *nearest;
}

}  // namespace reddline::inputs
