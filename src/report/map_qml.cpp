#include "report/map_qml.hpp"

#include <array>

#include "domain/utf8_text.hpp"
#include "domain/zone.hpp"
#include "report/html_text.hpp"
#include "report/type_colours.hpp"

namespace reddline::report {

namespace {

// The version whose elements these are; later ones read them as well.
constexpr const char* opening = "<qgis version=\"3.22\" styleCategories=\"Symbology|Labeling\"";

struct RoleLine {
    ZoneRole role;
    const char* colour;  // red, green, blue, opacity
    const char* style;   // of the pen
    const char* width_mm;
};

constexpr std::array role_lines{RoleLine{ZoneRole::project, "27,39,48,255", "solid", "0.8"},
                                RoleLine{ZoneRole::displacement_belt, "27,39,48,255", "dash", "0.5"},
                                RoleLine{ZoneRole::reference_region, "0,86,138,255", "dash dot", "0.5"},
                                RoleLine{ZoneRole::jurisdiction, "81,96,107,255", "solid", "0.4"},
                                RoleLine{ZoneRole::donor, "81,96,107,255", "dot", "0.5"},
                                RoleLine{ZoneRole::other, "81,96,107,255", "solid", "0.3"}};

std::string option(const char* name, const std::string& value) {
    return std::string("<Option name=\"") + name + "\" type=\"QString\" value=\"" + value + "\"/>";
}

std::string symbol(const RoleLine& line, std::size_t place) {
    return "<symbol name=\"" + std::to_string(place) +
           "\" type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"SimpleFill\" "
           "enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" +
           option("style", "no") + option("outline_color", line.colour) + option("outline_style", line.style) +
           option("outline_width", line.width_mm) + option("outline_width_unit", "MM") + "</Option></layer></symbol>\n";
}

}  // namespace

std::string raster_qml(const MapLook& look) {
    std::string qml = std::string(opening) +
                      ">\n<pipe>\n<rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" "
                      "nodataColor=\"\">\n<colorPalette>\n";
    for (const MapClass& one : look.classes) {
        qml += "<paletteEntry value=\"" + std::to_string(one.value) + "\" color=\"" + hex_text(one.colour) +
               "\" label=\"" + html_text(as_utf8(one.name)) + "\" alpha=\"255\"/>\n";
    }
    return qml + "</colorPalette>\n</rasterrenderer>\n</pipe>\n<blendMode>0</blendMode>\n</qgis>\n";
}

std::string zones_qml() {
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < role_lines.size(); ++i) {
        const std::string role(to_string(role_lines[i].role));
        categories += "<category value=\"" + role + "\" symbol=\"" + std::to_string(i) + "\" label=\"" + role +
                      "\" render=\"true\"/>\n";
        symbols += symbol(role_lines[i], i);
    }
    return std::string(opening) +
           " labelsEnabled=\"1\">\n<renderer-v2 type=\"categorizedSymbol\" attr=\"role\" symbollevels=\"0\" "
           "forceraster=\"0\" enableorderby=\"0\">\n<categories>\n" +
           categories + "</categories>\n<symbols>\n" + symbols +
           "</symbols>\n</renderer-v2>\n<labeling type=\"simple\">\n<settings>\n<text-style fieldName=\"zone\" "
           "isExpression=\"0\" fontSize=\"10\" fontSizeUnit=\"Point\" textColor=\"27,39,48,255\"><text-buffer "
           "bufferDraw=\"1\" bufferSize=\"1\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/></text-style>\n"
           "<placement placement=\"1\"/>\n</settings>\n</labeling>\n</qgis>\n";
}

}  // namespace reddline::report
