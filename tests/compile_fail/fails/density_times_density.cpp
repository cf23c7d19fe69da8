#include "domain/units.hpp"

reddline::TonnesC stock(reddline::TonnesCPerHa density, reddline::TonnesCPerHa other) {
    return density * other;
}
