#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/ledger.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// One calendar year of a statement; amounts are weighted by the share of the year inside the period.
struct StatementYear {
    LossYear year;
    double fraction = 0.0;  ///< f_y of Eq. 6
    TonnesCO2e reference;
    TonnesCO2e project;
    std::optional<TonnesCO2e> displaced;            ///< never below zero; nothing without a belt
    std::optional<TonnesCO2e> displaced_unclamped;  ///< observed minus expected in the belts, whatever its sign
};

/// One stratum over the whole monitoring period, years weighted by their share inside it.
struct StratumBalance {
    std::string stratum;
    Hectares forest_at_start;
    Hectares expected_area;
    Hectares observed_area;
    TonnesCO2e expected_emission;
    TonnesCO2e observed_emission;
};

/// What was expected, what was emitted, and what may be credited, for one project zone and monitoring period.
struct Statement {
    std::size_t zone = 0;
    Reading reading;
    EmissionTable expected;  ///< by stratum and whole year
    EmissionTable observed;  ///< by stratum and whole year, years of the period only
    std::vector<StatementYear> years;
    std::vector<StratumBalance> strata;  ///< every stratum with forest, expectation or emission
    std::vector<std::string> left_out;   ///< transitions that raise carbon
    Ledger ledger;
    TonnesCO2e reference;
    TonnesCO2e project;
    std::optional<TonnesCO2e> displaced;  ///< nothing without a belt: the credits are then an upper bound
    TonnesCO2e reduction;                 ///< may be negative
    TonnesCO2e deducted;
    Credits credits;
};

/// A reading of one project zone and what it gives.
struct ReadingResult {
    std::size_t zone = 0;
    Reading reading;
    Answer<Statement> answer;
};

}  // namespace reddline
