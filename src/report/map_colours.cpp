#include "report/map_colours.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace reddline::report {

namespace {

constexpr std::array forest_colours{Colour{0x93, 0xc4, 0x9d}, Colour{0xb5, 0xdc, 0xa6}, Colour{0xd9, 0xec, 0xb4},
                                    Colour{0xa3, 0xcb, 0xdb}, Colour{0xc3, 0xe0, 0xe4}, Colour{0xe2, 0xf0, 0xdf}};
constexpr std::array excluded_colours{Colour{0xe6, 0xd7, 0xa3}, Colour{0xf1, 0xe8, 0xc6}};
constexpr std::array open_colours{Colour{0xd8, 0xd3, 0xcb}, Colour{0xe9, 0xe5, 0xde}, Colour{0xc6, 0xc4, 0xc4},
                                  Colour{0xdf, 0xdc, 0xe3}};
constexpr Colour colour_of_none{0xee, 0xee, 0xee};
/// Loss from the first year to the last.
constexpr std::array loss_stops{Colour{0xe8, 0x8a, 0x2c}, Colour{0xcf, 0x3f, 0x35}, Colour{0x8b, 0x14, 0x5c},
                                Colour{0x2b, 0x0a, 0x3d}};

template <std::size_t count>
Colour next_of(const std::array<Colour, count>& colours, std::size_t& place) {
    return colours[place++ % count];
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, std::size_t part, std::size_t parts) {
    return static_cast<std::uint8_t>((from * (parts - part) + to * part + parts / 2) / parts);
}

}  // namespace

std::vector<Colour> stratum_colours(const std::vector<Stratum>& strata) {
    std::vector<Colour> colours;
    std::size_t forests = 0;
    std::size_t excluded = 0;
    std::size_t open = 0;
    for (const Stratum& stratum : strata) {
        if (stratum.kind == StratumKind::forest) colours.push_back(next_of(forest_colours, forests));
        if (stratum.kind == StratumKind::excluded) colours.push_back(next_of(excluded_colours, excluded));
        if (stratum.kind == StratumKind::non_forest) colours.push_back(next_of(open_colours, open));
    }
    colours.push_back(colour_of_none);
    return colours;
}

Colour colour_of_loss(std::size_t code, std::size_t last_code) {
    if (last_code < 2) return loss_stops.back();
    const std::size_t steps = loss_stops.size() - 1;
    const std::size_t place = (code - 1) * steps;  // in parts of last_code - 1, from the first stop to the last
    const std::size_t parts = last_code - 1;
    const std::size_t stop = std::min(place / parts, steps - 1);
    const std::size_t part = place - stop * parts;
    const Colour& from = loss_stops[stop];
    const Colour& to = loss_stops[stop + 1];
    return {between(from.red, to.red, part, parts), between(from.green, to.green, part, parts),
            between(from.blue, to.blue, part, parts)};
}

std::string hex_text(const Colour& colour) {
    constexpr std::array<char, 17> digits{"0123456789abcdef"};
    std::string text = "#";
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
        text += digits[part / 16];
        text += digits[part % 16];
    }
    return text;
}

}  // namespace reddline::report
