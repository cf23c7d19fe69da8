#include "report/type_colours.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "report/map_sheets.hpp"

namespace reddline::report {

namespace {

// Told apart by readers with any kind of colour blindness; all differ in lightness, the first four by twice as much as the rest,
// for print in grey. All are lighter than loss on the map. Blues come late, because they look like water.
constexpr std::array<Colour, coloured_types> type_colours{{{0x77, 0xc3, 0x9c},
                                                           {0xf7, 0xe8, 0xb0},
                                                           {0x85, 0x92, 0x7d},
                                                           {0xba, 0xd3, 0xca},
                                                           {0xa8, 0xac, 0x58},
                                                           {0x5b, 0xee, 0xfe},
                                                           {0xd5, 0xb7, 0xd7},
                                                           {0x40, 0xa4, 0xd5}}};
constexpr Colour colour_of_further_types{0xa3, 0xa3, 0xab};

}  // namespace

std::vector<std::string> forest_types(const AuditCase& audit) {
    std::vector<std::string> types;
    if (!audit.has_pixels()) return types;
    for (const MapSheet& sheet : map_sheets(audit)) {
        for (const Stratum& stratum : sheet.strata) {
            const bool is_new = std::ranges::find(types, stratum.name) == types.end();
            if (stratum.kind == StratumKind::forest && is_new) types.push_back(stratum.name);
        }
    }
    return types;
}

Colour colour_of_type(std::size_t place) {
    return place < type_colours.size() ? type_colours[place] : colour_of_further_types;
}

Colour colour_of_type(const std::string& type, const std::vector<std::string>& types) {
    return colour_of_type(static_cast<std::size_t>(std::ranges::find(types, type) - types.begin()));
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
