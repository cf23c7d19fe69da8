#include "domain/national_level.hpp"

namespace reddline {

std::string_view to_string(ShareKey key) {
    switch (key) {
        case ShareKey::forest_area:
            return "forest-area";
        case ShareKey::carbon_stock:
            return "carbon-stock";
        case ShareKey::past_area_change:
            return "past-area-change";
        case ShareKey::past_stock_change:
            return "past-stock-change";
    }
    return {};
}

}  // namespace reddline
