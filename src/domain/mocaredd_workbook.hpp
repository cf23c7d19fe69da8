#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/uncertainty_rules.hpp"

namespace reddline {

/// A number of a mocaredd workbook that may be off: an area, a carbon pool, a ratio or the carbon fraction.
struct WorkbookInput {
    std::string name;
    std::string unit;
    double value = 0.0;
    double standard_error = 0.0;  ///< 0: taken as exact
    InputRule rule;
};

/// A time period: whole calendar years, both included.
struct WorkbookPeriod {
    std::string name;
    int first_year = 0;
    int last_year = 0;
    std::string type;  ///< REF, REF1, MON, MON1 and so on

    [[nodiscard]] int years() const { return last_year - first_year + 1; }
    [[nodiscard]] bool is_reference() const { return type.starts_with("REF"); }
};

/// Area that moved from one land use to another within a period.
struct WorkbookTransition {
    std::string name;
    std::size_t period = 0;
    std::string activity;  ///< DF, DG, EN, EN_AF or EN_RE
    std::string from;
    std::string to;
    std::size_t area = 0;        ///< index of the input
    std::size_t stock_from = 0;  ///< index of the stock
    std::size_t stock_to = 0;
};

/// A carbon pool of a stock, or a ratio that stands for one.
struct WorkbookPool {
    std::string pool;  ///< AGB, BGB, RS, DW, LI, SOC, ALL or DG_ratio
    std::size_t input = 0;
};

/// What a hectare of a land use holds.
struct WorkbookStock {
    std::string land_use;
    std::optional<std::size_t> period;  ///< nothing: of all periods
    std::vector<WorkbookPool> pools;
    std::optional<std::size_t> intact{};  ///< index of the stock that a DG_ratio is a share of
};

/// A workbook as the tool mocaredd reads it, checked.
struct MocareddWorkbook {
    std::string name;        ///< file name without folder
    bool is_annual = false;  ///< areas are hectares per year
    std::uint64_t draws = 0;
    std::uint64_t seed = 1;
    double confidence = 0.9;
    std::optional<std::size_t> carbon_fraction;  ///< index of the input by which biomass becomes carbon
    std::vector<WorkbookInput> inputs;
    std::vector<WorkbookPeriod> periods;
    std::vector<WorkbookTransition> transitions;
    std::vector<WorkbookStock> stocks;
    std::vector<std::string> notes;  ///< what a reader must know of how it was read
};

}  // namespace reddline
