#include "domain/units.hpp"

reddline::Hectares sum(reddline::Hectares area, reddline::Hectares other) {
    return area + other;
}
