#pragma once

#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/canopy_row.hpp"
#include "domain/claim_ledger.hpp"
#include "domain/credit_uncertainty.hpp"
#include "domain/finding.hpp"
#include "domain/map_transition.hpp"
#include "domain/reading.hpp"
#include "domain/readings_summary.hpp"
#include "domain/solved_input.hpp"
#include "domain/statement.hpp"
#include "domain/stock_year.hpp"
#include "domain/stratum_question.hpp"
#include "domain/unit_reference.hpp"
#include "domain/yearly_transition.hpp"
#include "domain/zone_loss.hpp"

namespace reddline {

/// Emissions of one zone by one route under the default choices.
struct ZoneEmissions {
    std::size_t zone = 0;
    Route route = Route::loss;
    std::string strata;
    EmissionTable table;
};

/// Something that could not be computed from the inputs given, and what it would decide.
struct MissingInput {
    std::string input;     ///< what to give
    std::string document;  ///< where it usually stands
    std::string decides;   ///< what it would decide
};

/// Everything that an audit computed from its case.
struct AuditResult {
    Reading default_reading;
    std::vector<ZoneLoss> losses;  ///< by zone, under the default reading; empty where nothing was counted
    std::vector<ActivityData> activity;
    std::vector<ZoneEmissions> emissions;
    std::vector<MapTransition> transitions;
    std::vector<StockYear> stocks;
    std::vector<CanopyRow> canopy;
    std::vector<ZoneStatement> statements;   ///< by project zone, under the default reading
    std::vector<ReadingResult> readings;     ///< by project zone, the default first
    std::vector<ReadingsSummary> summaries;  ///< by project zone
    std::vector<UnitReference> unit_references;
    std::vector<YearlyTransition> rooted_transitions;  ///< where the default reading takes the matrix root
    std::vector<ClaimRow> claim_rows;
    std::vector<ClaimSplit> claim_splits;
    std::vector<StratumQuestion> stratum_questions;  ///< by project zone
    std::vector<SolvedInput> claim_alone;            ///< what the claim implies by itself, in an audit of tables alone
    std::vector<MissingInput> missing;
    std::vector<FixedInput> fixed_inputs;  ///< what the default statements take as exact
    CreditUncertainty uncertainty;
    Findings findings;
};

}  // namespace reddline
