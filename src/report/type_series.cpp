#include "report/type_series.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/type_colours.hpp"

namespace reddline::report {

TypeSeries::TypeSeries(const Strings& say, const nlohmann::ordered_json& audit)
    : other_types_{say("figure.other_types")}, types_{audit.at("forest_types").get<std::vector<std::string>>()} {}

std::size_t TypeSeries::place_of(const std::string& type, std::vector<Series>& series) {
    // What no map knows, such as a type of the claim alone, takes the colours after those of the maps.
    if (std::ranges::find(types_, type) == types_.end()) types_.push_back(type);
    const auto among_types = static_cast<std::size_t>(std::ranges::find(types_, type) - types_.begin());
    const std::string name = among_types < coloured_types ? type : other_types_;
    const auto found = std::ranges::find(series, name, &Series::name);
    if (found == series.end()) {
        series.push_back({name, hex_text(colour_of_type(among_types))});
        return series.size() - 1;
    }
    return static_cast<std::size_t>(found - series.begin());
}

}  // namespace reddline::report
