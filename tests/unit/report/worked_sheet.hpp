#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>

#include "report/calculation.hpp"
#include "unit/report/small_audit.hpp"

namespace reddline::report {

/// So many hectares, of one pixel each.
Tally hectare_pixels(std::int64_t count);

/// Evergreen forest of 30 tC/ha in two pools, which is 110 tCO2e/ha; crops of 3 tC/ha, which is 11.
CarbonTable sheet_factors();

/// 100 ha of evergreen forest in 2000, of which 20 ha were lost in 2010, 4 ha in 2019 and 6 ha in 2020.
ZoneLoss sheet_loss();

/// The small audit with that loss in its park, and a sheet for its steps.
struct WorkedSheet {
    AuditCase audit = small_audit();
    AuditResult results;
    InputSheet inputs;
    Calculation calculation{audit, results, inputs, Sheet("Calculation", "", "equation"), {}};

    WorkedSheet() {
        audit.factor_sets = {sheet_factors()};
        results.default_reading = small_reading();
        results.default_reading.post = PostStock::zero;
        results.losses = {sheet_loss()};
    }
    WorkedSheet(const WorkedSheet&) = delete;
    WorkedSheet& operator=(const WorkedSheet&) = delete;
    WorkedSheet(WorkedSheet&&) = delete;
    WorkedSheet& operator=(WorkedSheet&&) = delete;
    ~WorkedSheet() = default;
};

/// The row of that name; there must be one.
inline const SheetRow& row_named(const Sheet& sheet, const std::string& name) {
    const auto found = std::ranges::find(sheet.rows(), name, &SheetRow::name);
    if (found == sheet.rows().end()) throw std::out_of_range("no row '" + name + "'");
    return *found;
}

/// The formula of the row of that name, every cell in it replaced by the name of what it holds: "[a]*[b]".
std::string formula_named(const WorkedSheet& worked, const std::string& name);

/// The value of the row of that name.
double value_named(const WorkedSheet& worked, const std::string& name);

}  // namespace reddline::report
