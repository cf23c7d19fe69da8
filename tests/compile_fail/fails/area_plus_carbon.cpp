#include "domain/units.hpp"

reddline::Hectares sum(reddline::Hectares area, reddline::TonnesC carbon) {
    return area + carbon;
}
