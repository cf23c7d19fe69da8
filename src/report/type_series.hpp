#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "report/figure.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Gives the forest types of a figure their series, in the colours that they have on the map.
class TypeSeries {
public:
    /// `audit` is audit.json, which holds the types in the order of their colours.
    TypeSeries(const Strings& say, const nlohmann::ordered_json& audit);

    /// The place of a type in the figure's series, to which it is added; types beyond the colours share one series.
    [[nodiscard]] std::size_t place_of(const std::string& type, std::vector<Series>& series);

private:
    std::string other_types_;
    std::vector<std::string> types_;
};

}  // namespace reddline::report
