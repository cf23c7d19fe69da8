#include "domain/units.hpp"

reddline::TonnesC stock(reddline::Hectares area, reddline::TonnesCPerHa density) {
    return area * density;
}
