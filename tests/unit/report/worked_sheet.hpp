#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "report/calculation.hpp"
#include "unit/report/small_audit.hpp"

namespace reddline::report {

/// So many hectares, of one pixel each.
inline Tally hectare_pixels(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

/// Evergreen forest of 30 tC/ha in two pools, which is 110 tCO2e/ha; crops of 3 tC/ha, which is 11.
inline CarbonTable sheet_factors() {
    CarbonTable factors{"carbon.csv", {}};
    factors.stocks["evergreen"].add({"above ground", TonnesCPerHa::of(20.0), {}, "a survey"});
    factors.stocks["evergreen"].add({"roots", TonnesCPerHa::of(10.0), {}, "a survey"});
    factors.stocks["crops"].add({"total", TonnesCPerHa::of(3.0), {}, "demonstration"});
    return factors;
}

/// 100 ha of evergreen forest in 2000, of which 20 ha were lost in 2010, 4 ha in 2019 and 6 ha in 2020.
inline ZoneLoss sheet_loss() {
    std::vector<Tally> lost(21);
    lost[10] = hectare_pixels(20);
    lost[19] = hectare_pixels(4);
    lost[20] = hectare_pixels(6);
    return {.counted = hectare_pixels(100),
            .loss_outside_forest = {},
            .outside_by_code = std::vector<Tally>(21),
            .strata = {{"evergreen", StratumKind::forest, hectare_pixels(100), lost}}};
}

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
inline std::string formula_named(const WorkedSheet& worked, const std::string& name) {
    const std::string& text = std::get<Term>(row_named(worked.calculation.sheet, name).value).text;
    std::string named;
    for (std::size_t i = 0; i < text.size();) {
        const bool is_input = text.compare(i, 8, "Inputs!B") == 0;
        const std::size_t digits = i + (is_input ? 8 : 1);
        const bool is_cell =
            is_input || (text[i] == 'B' && digits < text.size() && text[digits] >= '0' && text[digits] <= '9');
        if (!is_cell) {
            named += text[i++];
            continue;
        }
        std::size_t end = digits;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        const std::size_t row = std::stoul(text.substr(digits, end - digits)) - Sheet::title_rows - 1;
        named += "[" + (is_input ? worked.inputs.sheet() : worked.calculation.sheet).rows().at(row).name + "]";
        i = end;
    }
    return named;
}

/// The value of the row of that name.
inline double value_named(const WorkedSheet& worked, const std::string& name) {
    return std::get<Term>(row_named(worked.calculation.sheet, name).value).value;
}

}  // namespace reddline::report
