#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reddline {

/// A colour of a screen.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// A value of a map's pixels, what it means, and its colour.
struct MapClass {
    std::uint16_t value = 0;
    std::string name;
    Colour colour;
};

/// How a map of classes looks, and what it says of itself. The value 0 is no data.
struct MapLook {
    std::vector<MapClass> classes;                           ///< ascending by value
    std::vector<std::pair<std::string, std::string>> facts;  ///< name and text, kept in the file
};

}  // namespace reddline
