#pragma once

#include <string>
#include <vector>

#include "report/figure.hpp"

namespace reddline::report {

/// What the page's script draws figures from, in their order.
[[nodiscard]] std::string figures_json(const Strings& say, const std::vector<Figure>& figures);

}  // namespace reddline::report
