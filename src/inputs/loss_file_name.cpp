#include "inputs/loss_file_name.hpp"

#include <array>
#include <cstddef>

#include "domain/number_text.hpp"

namespace reddline::inputs {

namespace {

constexpr std::array layers{LossLayer::lossyear, LossLayer::treecover2000, LossLayer::datamask};
constexpr std::string_view gfc_mark = "Hansen_GFC";
constexpr std::string_view publisher = "Hansen_";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The year of a release such as `GFC-2023-v1.11`.
std::optional<int> last_year_of(std::string_view release) {
    constexpr std::string_view dated = "GFC-";
    constexpr std::size_t year_digits = 4;
    if (!release.starts_with(dated)) return std::nullopt;
    const auto year = parse_integer(release.substr(dated.size(), year_digits));
    return year ? std::optional<int>(static_cast<int>(*year)) : std::nullopt;
}

}  // namespace

std::string_view to_string(LossLayer layer) {
    switch (layer) {
        case LossLayer::lossyear:
            return "lossyear";
        case LossLayer::treecover2000:
            return "treecover2000";
        case LossLayer::datamask:
            return "datamask";
    }
    return {};
}

std::optional<LossFileName> parse_loss_file_name(std::string_view name) {
    for (const LossLayer layer : layers) {
        const std::size_t place = name.find(to_string(layer));
        if (place == std::string_view::npos) continue;
        LossFileName found{.layer = layer, .release = {}, .last_year = {}};
        if (is_gfc_name(name) && place > publisher.size()) {
            found.release = name.substr(publisher.size(), place - publisher.size() - 1);
            found.last_year = last_year_of(found.release);
        }
        return found;
    }
    return std::nullopt;
}

bool is_gfc_name(std::string_view name) {
    return name.starts_with(gfc_mark);
}

std::optional<int> year_in_name(std::string_view name) {
    constexpr std::size_t year_digits = 4;
    constexpr int first = 1900;
    constexpr int last = 2099;
    std::optional<int> found;
    for (std::size_t begin = 0; begin < name.size();) {
        if (!is_digit(name[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < name.size() && is_digit(name[end]))
            ++end;
        const auto year = end - begin == year_digits ? parse_integer(name.substr(begin, year_digits)) : std::nullopt;
        if (year && *year >= first && *year <= last) {
            if (found && *found != *year) return std::nullopt;
            found = static_cast<int>(*year);
        }
        begin = end;
    }
    return found;
}

}  // namespace reddline::inputs
