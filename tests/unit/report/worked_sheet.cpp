#include "unit/report/worked_sheet.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace reddline::report {

Tally hectare_pixels(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

CarbonTable sheet_factors() {
    CarbonTable factors{"carbon.csv", {}};
    factors.stocks["evergreen"].add({"above ground", TonnesCPerHa::of(20.0), {}, "a survey"});
    factors.stocks["evergreen"].add({"roots", TonnesCPerHa::of(10.0), {}, "a survey"});
    factors.stocks["crops"].add({"total", TonnesCPerHa::of(3.0), {}, "demonstration"});
    return factors;
}

ZoneLoss sheet_loss() {
    std::vector<Tally> lost(21);
    lost[10] = hectare_pixels(20);
    lost[19] = hectare_pixels(4);
    lost[20] = hectare_pixels(6);
    return {.counted = hectare_pixels(100),
            .loss_outside_forest = {},
            .outside_by_code = std::vector<Tally>(21),
            .strata = {{"evergreen", StratumKind::forest, hectare_pixels(100), lost}}};
}

std::string formula_named(const WorkedSheet& worked, const std::string& name) {
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

double value_named(const WorkedSheet& worked, const std::string& name) {
    return std::get<Term>(row_named(worked.calculation.sheet, name).value).value;
}

}  // namespace reddline::report
