#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/credit_uncertainty.hpp"
#include "domain/units.hpp"

namespace reddline {

/// What an amount of a workbook is.
enum class WorkbookQuantity {
    period_emissions,  ///< of one time period
    reference_level,   ///< the mean of the reference periods
    emissions,         ///< the mean of a monitoring period
    reduction,         ///< reference level less emissions of a monitoring period
};

/// An amount of a workbook in tCO2e per year, with its uncertainty.
struct WorkbookAmount {
    WorkbookQuantity quantity = WorkbookQuantity::reduction;
    std::string period;  ///< a time period, REF, or a kind of monitoring period such as MON1
    int first_year = 0;
    int last_year = 0;
    int years = 0;
    ReductionSpread spread;
    DrawQuantiles monte_carlo_error;
    TonnesCO2e lower;  ///< of the interval of the workbook's own confidence
    TonnesCO2e upper;
};

/// What one transition emits per year.
struct WorkbookEmission {
    std::size_t transition = 0;
    double area_ha_per_year = 0.0;
    double standard_error_ha_per_year = 0.0;
    TonnesCO2ePerHa factor;
    TonnesCO2e central;
    DrawQuantiles quantiles;
};

/// What the uncertainty of one monitoring period's reductions comes from, and what the programmes would deduct.
struct WorkbookReduction {
    std::string period;
    TonnesCO2e creditable;  ///< of all its years, at the stated values
    std::vector<InputShare> inputs;
    double unshared = 0.0;  ///< of the variance: of no input alone
    std::vector<ProgrammeDeduction> programmes;
};

/// All carbon of a land use in tonnes of carbon, as a factor table has it.
struct WorkbookFactor {
    std::string land_use;
    TonnesCPerHa density;
    std::optional<TonnesCPerHa> standard_error;  ///< nothing where every input of it is exact
};

/// Everything that follows from a workbook.
struct WorkbookResult {
    std::vector<WorkbookEmission> emissions;
    std::vector<WorkbookAmount> amounts;
    std::vector<WorkbookReduction> reductions;
    std::vector<WorkbookFactor> factors;  ///< of land uses whose stock is the same in all periods
};

}  // namespace reddline
