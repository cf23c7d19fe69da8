#include "domain/units.hpp"

reddline::TonnesCO2ePerHa factor(reddline::TonnesCPerHa density) {
    return density;
}
