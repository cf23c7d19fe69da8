#include "report/figure_json.hpp"

#include <nlohmann/json.hpp>

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Series& series) {
    return {{"name", series.name}, {"colour", series.colour}};
}

Json json_of(const Tick& tick) {
    return {{"value", tick.value}, {"label", tick.label}};
}

Json json_of(const Bar& bar) {
    Json json = Json::array({bar.x1, bar.x2, bar.y1, bar.y2, bar.series});
    if (!bar.says.empty()) json.push_back(bar.says);
    return json;
}

Json json_of(const Dot& dot) {
    return Json::array({dot.x, dot.y, dot.series});
}

Json json_of(const Label& label) {
    return {
        {"x", label.x}, {"y", label.y}, {"text", label.text}, {"atEnd", label.at_end}, {"isHeading", label.is_heading}};
}

Json json_of(const Rule& rule) {
    return {{"x1", rule.x1}, {"y1", rule.y1}, {"x2", rule.x2}, {"y2", rule.y2}, {"isDashed", rule.is_dashed}};
}

template <class Items>
Json array_of(const Items& items) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(json_of(item));
    return array;
}

Json json_of(const Axis& axis) {
    return {{"from", axis.from}, {"to", axis.to}, {"ticks", array_of(axis.ticks)}, {"title", axis.title}};
}

Json json_of(const Panel& panel, const std::string& says) {
    return {{"says", says},
            {"height", panel.height},
            {"left", panel.left},
            {"top", panel_top},
            {"right", panel_right},
            {"bottom", panel.bottom},
            {"x", json_of(panel.x)},
            {"y", json_of(panel.y)},
            {"bars", array_of(panel.bars)},
            {"dots", array_of(panel.dots)},
            {"rules", array_of(panel.rules)},
            {"labels", array_of(panel.labels)}};
}

}  // namespace

std::string figures_json(const Strings& say, const std::vector<Figure>& figures) {
    // The script fills these places.
    const std::string dot_says = say("figure.dot", {{"credits", "{credits}"}, {"choices", "{choices}"}});
    Json json = Json::array();
    for (const Figure& figure : figures) {
        Json panels = Json::array();
        for (const Panel& panel : figure.panels) {
            panels.push_back(json_of(
                panel, panels.empty() ? say("figure.alternative", {{"title", figure.title}, {"says", figure.says}})
                                      : say("figure.choices_made", {{"title", figure.title}})));
        }
        json.push_back(
            {{"title", figure.title}, {"series", array_of(figure.series)}, {"panels", panels}, {"dotSays", dot_says}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace reddline::report
