#include "report/calculation.hpp"

#include "domain/demonstration.hpp"

namespace reddline::report {

Term InputSheet::input(const std::string& name, double value, const std::string& unit, const std::string& source) {
    const auto found = cells_.find(name);
    if (found != cells_.end()) return found->second;
    const std::string remark = is_demonstration(source) ? "demonstration value" : "";
    return cells_.emplace(name, sheet_.number(name, value, unit, source, remark)).first->second;
}

}  // namespace reddline::report
