#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/credit_model.hpp"
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
    std::optional<Hectares> expected_area;  ///< nothing where the reference level knows no forest types
    Hectares observed_area;
    std::optional<TonnesCO2e> expected_emission;  ///< likewise
    TonnesCO2e observed_emission;
};

/// What a statement comes to over the whole monitoring period.
struct CreditTotals {
    TonnesCO2e reference;
    TonnesCO2e project;
    std::optional<TonnesCO2e> displaced;  ///< nothing without a belt that the route speaks of
    std::size_t unseen_belts = 0;  ///< belts that the route says nothing about: what they displace is not counted
    TonnesCO2e reduction;          ///< may be negative
    TonnesCO2e deducted;
    Credits credits;

    /// True when displaced emissions are not known, or not of every belt.
    [[nodiscard]] bool is_upper_bound() const { return !displaced || unseen_belts > 0; }
};

/// What was expected of a displacement belt and what it emitted, by stratum and whole year.
struct BeltBalance {
    std::size_t zone = 0;
    EmissionTable expected;
    EmissionTable observed;
};

/// What was expected, what was emitted, and what may be credited, for one project zone and monitoring period.
struct Statement {
    std::size_t zone = 0;
    Reading reading;
    EmissionTable expected;          ///< by stratum and whole year
    EmissionTable observed;          ///< by stratum and whole year, years of the period only
    std::vector<BeltBalance> belts;  ///< those that the route speaks of and that hold forest
    std::vector<StatementYear> years;
    std::vector<StratumBalance> strata;  ///< every stratum with forest, expectation or emission
    std::vector<std::string> left_out;   ///< transitions that raise carbon
    Ledger ledger;
    CreditTotals totals;
};

/// The statement of one project zone under the default reading, or why there is none.
struct ZoneStatement {
    std::size_t zone = 0;
    Answer<Statement> answer;
};

/// A reading of one project zone and what it gives.
struct ReadingResult {
    std::size_t zone = 0;
    Reading reading;
    std::vector<Caveat> caveats;          ///< empty: what was expected and what is observed are treated alike
    std::optional<TonnesCO2e> reference;  ///< what was expected, where that much is known
    Answer<CreditTotals> answer;
    std::optional<CreditModel> model{};  ///< nothing where it is refused, or where no input has a standard error
};

/// The readings of one zone among those of all zones, which stand in the order of the zones.
[[nodiscard]] std::span<const ReadingResult> readings_of(std::span<const ReadingResult> readings, std::size_t zone);

}  // namespace reddline
