#include "report/map_picture.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "domain/number_text.hpp"
#include "report/html_text.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr double most_width = 840.0;
constexpr double most_height = 680.0;
constexpr double margin = 12.0;
constexpr double foot = 46.0;  ///< below the map, for the scale bar

/// A length of a picture, to a tenth: finer is not seen.
std::string length(double value) {
    return shortest(std::round(value * 10.0) / 10.0 + 0.0);
}

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + length(value) + "\"";
}

/// Where the map lies in the picture.
struct Frame {
    double scale = 1.0;  ///< units per cell
    double width = 0.0;  ///< of the map
    double height = 0.0;

    explicit Frame(const Json& picture) {
        const auto columns = picture.at("columns").get<double>();
        const auto rows = picture.at("rows").get<double>();
        scale = std::min((most_width - 2.0 * margin) / columns, most_height / rows);
        width = scale * columns;
        height = scale * rows;
    }
    [[nodiscard]] double x(const Json& point) const { return margin + scale * point.at(0).get<double>(); }
    [[nodiscard]] double y(const Json& point) const { return margin + scale * point.at(1).get<double>(); }
};

std::string path_of(const Json& outline, const Frame& frame) {
    std::string path;
    for (const Json& ring : outline) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            path += (i == 0 ? "M" : "L") + length(frame.x(ring[i])) + " " + length(frame.y(ring[i]));
        path += "Z";
    }
    return path;
}

/// A zone's outline on white, by which it is told from what lies under it.
std::string outline_of(const Json& zone, const Frame& frame) {
    const std::string path = path_of(zone.at("outline"), frame);
    const std::string role = zone.at("role");
    const std::string name = role == "project" || role == "displacement_belt" ? role : "other";
    return "<path class=\"under\" d=\"" + path + "\"/><path class=\"" + name + "\" d=\"" + path + "\"/>";
}

/// The name of a zone, inside its topmost corner; among many zones, only where it fits.
std::string name_of(const Json& zone, bool among_many, const Frame& frame) {
    constexpr double character_width = 8.0;
    const Json* top = nullptr;
    double left = most_width;
    double right = 0.0;
    for (const Json& ring : zone.at("outline")) {
        for (const Json& point : ring) {
            if (top == nullptr || point.at(1) < top->at(1)) top = &point;
            left = std::min(left, frame.x(point));
            right = std::max(right, frame.x(point));
        }
    }
    const std::string name = zone.at("zone");
    const bool is_small = right - left < character_width * static_cast<double>(name.size());
    if (top == nullptr || (among_many && is_small)) return {};
    const double x = std::clamp(frame.x(*top), margin + 40.0, margin + std::max(frame.width, 80.0) - 40.0);
    return "<text" + attribute("x", x) + attribute("y", frame.y(*top) + 22.0) + " text-anchor=\"middle\">" +
           html_text(name) + "</text>";
}

/// The largest round length that takes at most a quarter of the width.
double round_length_m(double most_m) {
    const double power = std::pow(10.0, std::floor(std::log10(most_m)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most_m) return step * power;
    }
    return power;
}

std::string scale_bar(const Strings& say, const Json& picture, const Frame& frame) {
    const double unit_m = picture.at("cell_width_m").get<double>() / frame.scale;
    const double bar_m = round_length_m(unit_m * std::max(frame.width, 120.0) / 4.0);
    const double left = margin;
    const double right = left + bar_m / unit_m;
    const double y = margin + frame.height + 22.0;
    const std::string text =
        bar_m < 1000.0 ? say.number(shortest(bar_m)) + " m" : say.grouped(bar_m / 1000.0, 0) + " km";
    return "<path class=\"bar\" d=\"M" + length(left) + " " + length(y - 5.0) + "V" + length(y) + "H" + length(right) +
           "V" + length(y - 5.0) + "\"/><text" + attribute("x", right + 8.0) + attribute("y", y + 1.0) + ">" + text +
           "</text>";
}

std::string north_arrow(const Strings& say, const Frame& frame) {
    const double x = margin + std::max(frame.width, 200.0) - 10.0;
    const double y = margin + frame.height + 10.0;
    return "<path class=\"north\" d=\"M" + length(x) + " " + length(y) + "l6 16l-6 -4l-6 4Z\"/><text" +
           attribute("x", x - 12.0) + attribute("y", y + 13.0) + " text-anchor=\"end\">" + html_text(say("map.north")) +
           "</text>";
}

}  // namespace

std::string map_picture(const Strings& say, const Json& maps, const std::string& png_base64, const std::string& says) {
    const Json& picture = maps.at("picture");
    const Frame frame(picture);
    const double width = std::max(frame.width, 200.0) + 2.0 * margin;
    const double height = frame.height + margin + foot;
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + length(width) + " " +
                      length(height) + "\"" + attribute("width", width) + attribute("height", height) +
                      " role=\"img\" aria-label=\"" + html_text(says) + "\">";
    svg += "<image" + attribute("x", margin) + attribute("y", margin) + attribute("width", frame.width) +
           attribute("height", frame.height) + " preserveAspectRatio=\"none\"" +
           (frame.scale >= 2.0 ? " image-rendering=\"pixelated\"" : "") + " href=\"data:image/png;base64," +
           png_base64 + "\"/>";
    // Projects last, since a belt has the project's outline as its hole.
    for (const bool is_project : {false, true}) {
        for (const Json& zone : picture.at("zones")) {
            if ((zone.at("role") == "project") == is_project) svg += outline_of(zone, frame);
        }
    }
    for (const Json& zone : picture.at("zones"))
        svg += name_of(zone, picture.at("zones").size() > most_named_zones, frame);
    return svg + scale_bar(say, picture, frame) + north_arrow(say, frame) + "</svg>";
}

std::string year_strip(const Strings& say, const Json& maps) {
    constexpr double left_end = 14.0;
    constexpr double width = 692.0;
    constexpr double top = 26.0;
    constexpr double bar = 18.0;
    const Json& years = maps.at("years");
    const int first = maps.at("period").at("first");
    const int last = maps.at("period").at("last");
    const double step = width / static_cast<double>(years.size());
    const std::size_t every = (years.size() + 9) / 10;
    std::string shapes;
    for (std::size_t i = 0; i < years.size(); ++i) {
        const std::string year = std::to_string(years[i].at("year").get<int>());
        const double x = left_end + step * static_cast<double>(i);
        shapes += "<rect" + attribute("x", x) + attribute("y", top) + attribute("width", step) +
                  attribute("height", bar) + " fill=\"" + html_text(years[i].at("colour").get<std::string>()) +
                  "\"><title>" + html_text(say("map.lost_in_year", {{"year", year}})) + "</title></rect>";
        if ((years.size() - 1 - i) % every != 0) continue;
        shapes += "<text" + attribute("x", x + step / 2.0) + attribute("y", top + bar + 17.0) +
                  " text-anchor=\"middle\">" + year + "</text>";
    }
    if (maps.at("period").at("is_monitoring").get<bool>()) {
        const int origin = years.front().at("year");
        const double left = left_end + step * (first - origin);
        const double right = left_end + step * (last - origin + 1);
        shapes += "<path class=\"bar\" d=\"M" + length(left + 1.0) + " " + length(top - 3.0) + "V" + length(top - 8.0) +
                  "H" + length(right - 1.0) + "V" + length(top - 3.0) + "\"/><text" + attribute("x", right) +
                  attribute("y", top - 12.0) + " text-anchor=\"end\">" + html_text(say("map.period")) + "</text>";
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 64\" role=\"img\" aria-label=\"" +
           html_text(say("map.years", {{"first", std::to_string(years.front().at("year").get<int>())},
                                       {"last", std::to_string(years.back().at("year").get<int>())}})) +
           "\"><text x=\"14\" y=\"14\">" + html_text(say("map.lost_in")) + "</text>" + shapes + "</svg>";
}

}  // namespace reddline::report
