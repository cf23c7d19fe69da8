#pragma once

#include <optional>
#include <string>

#include "domain/answer.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"

namespace reddline {

/// What 1,000 ha of one forest type are expected to lose and to emit.
struct UnitExpectation {
    Hectares lost_first_year;
    TonnesCO2e first_year;  ///< whole calendar year
    TonnesCO2e period;      ///< the monitoring period
};

/// The reference level of 1,000 ha of one forest type under one reading of the national transitions.
struct UnitReference {
    std::string stratum;
    Reading reading;  ///< only the choices of the reference level have a meaning
    Answer<UnitExpectation> answer;
};

}  // namespace reddline
