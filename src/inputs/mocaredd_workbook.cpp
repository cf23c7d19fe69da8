#include "inputs/mocaredd_workbook.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/mocaredd_sheets.hpp"
#include "inputs/mocaredd_stocks.hpp"
#include "inputs/mocaredd_value.hpp"
#include "inputs/nearest_name.hpp"
#include "inputs/uncertainty_entry.hpp"

namespace reddline::inputs {

namespace {

constexpr ValueColumns area_columns{"trans_area", "trans_se", "trans_pdf", "trans_pdf_a", "trans_pdf_b"};

std::int64_t whole(const CsvTable& table, std::size_t row, std::string_view column, std::int64_t least,
                   std::int64_t most) {
    const std::int64_t number = table.integer(row, column);
    if (number < least || number > most) {
        table.fail(row, column, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return number;
}

std::vector<std::string> listed_words(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text + ",") {
        if (letter == ',') {
            if (!word.empty()) words.push_back(std::exchange(word, {}));
        } else if (letter != ' ') {
            word += letter;
        }
    }
    return words;
}

std::vector<std::string> read_degraded_pools(const CsvTable& table) {
    if (is_absent(table, 0, "dg_pool")) return {};
    const std::vector<std::string> known{"AGB", "BGB", "RS", "DW", "LI", "SOC", "ALL", "C_all"};
    const std::vector<std::string> pools = listed_words(table.text(0, "dg_pool"));
    for (const std::string& pool : pools) {
        if (std::ranges::find(known, pool) == known.end())
            table.fail(0, "dg_pool", "pools among " + joined(known) + ", with commas between them");
    }
    return pools;
}

/// The share of carbon in biomass, where stocks are given as biomass.
void read_carbon_fraction(const CsvTable& table, NegativeDraws negative, MocareddWorkbook& workbook) {
    if (one_of(table, 0, "c_unit", {"DM", "C"}) == "C") {
        if (!is_absent(table, 0, "c_fraction"))
            workbook.notes.emplace_back("c_fraction has no part in it: the stocks are in carbon (c_unit C).");
        return;
    }
    const auto value = optional_amount(table, 0, "c_fraction");
    if (!value || *value <= 0.0 || *value > 1.0)
        table.fail(0, "c_fraction", "a share above 0 and up to 1, since c_unit is DM");
    if (!is_absent(table, 0, "c_fraction_pdf") && table.text(0, "c_fraction_pdf") != "normal") {
        table.fail(0, "c_fraction_pdf", "normal, since the sheet has no parameters of another distribution");
    }
    workbook.carbon_fraction = workbook.inputs.size();
    WorkbookInput input{"carbon fraction", "tC/t", *value, read_standard_error(table, 0, "c_fraction_se"), {}};
    input.rule.input = input.name;
    input.rule.place = table.place(0);
    input.rule.family =
        negative == NegativeDraws::cut_off ? DistributionFamily::truncated_normal : DistributionFamily::normal;
    workbook.inputs.push_back(std::move(input));
}

StockRules read_settings(const CsvTable& table, MocareddWorkbook& workbook) {
    if (table.rows() != 1) {
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected one row below the columns, found " + std::to_string(table.rows()) + "; keep one");
    }
    StockRules rules;
    rules.negative = flag(table, 0, "trunc_pdf") ? NegativeDraws::cut_off : NegativeDraws::kept;
    if (rules.negative == NegativeDraws::cut_off) {
        workbook.notes.emplace_back(
            "trunc_pdf: normal distributions are cut off at 0; mocaredd sets negative draws to 0.");
    }
    workbook.draws = static_cast<std::uint64_t>(whole(table, 0, "n_iter", fewest_draws, most_draws));
    if (is_absent(table, 0, "ran_seed")) {
        workbook.notes.emplace_back(
            "ran_seed is not given: 1 is taken, so that the same workbook gives the same numbers.");
    } else {
        workbook.seed = static_cast<std::uint64_t>(whole(table, 0, "ran_seed", 0, std::numeric_limits<int>::max()));
    }
    workbook.is_annual = flag(table, 0, "ad_annual");
    workbook.confidence = table.number(0, "conf_level");
    if (workbook.confidence <= 0.0 || workbook.confidence >= 1.0)
        table.fail(0, "conf_level", "a number between 0 and 1, such as 0.9");
    if (!is_absent(table, 0, "dg_ext")) rules.degraded_ending = table.text(0, "dg_ext");
    rules.degraded_pools = read_degraded_pools(table);
    read_carbon_fraction(table, rules.negative, workbook);
    return rules;
}

/// True for REF and MON, alone or with a number.
bool is_period_type(std::string_view type) {
    if (!type.starts_with("REF") && !type.starts_with("MON")) return false;
    return std::ranges::all_of(type.substr(3), [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Periods of one reference level, or of one monitoring period, must not share a year, or it would count twice.
void expect_apart(const WorkbookPeriod& period, const MocareddWorkbook& workbook, const std::string& place) {
    for (const WorkbookPeriod& other : workbook.periods) {
        const bool is_one = period.is_reference() ? other.is_reference() : other.type == period.type;
        if (!is_one || other.last_year < period.first_year || period.last_year < other.first_year) continue;
        throw Error(ErrorCode::table_malformed, place,
                    "expected periods of " + (period.is_reference() ? "the reference level" : period.type) +
                        " that share no year, found that " + in_quotes(period.name) + " shares one with " +
                        in_quotes(other.name) + "; correct their years");
    }
}

void read_periods(const CsvTable& table, MocareddWorkbook& workbook) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        WorkbookPeriod period;
        period.name = table.filled(row, "period_no");
        if (period.name == "ALL" ||
            std::ranges::find(workbook.periods, period.name, &WorkbookPeriod::name) != workbook.periods.end())
            table.fail(row, "period_no", "every period once, and none called ALL", "give it another name");
        period.first_year = static_cast<int>(whole(table, row, "year_start", 0, last_year_of_dates));
        period.last_year = static_cast<int>(whole(table, row, "year_end", period.first_year, last_year_of_dates));
        period.type = table.text(row, "period_type");
        if (!is_period_type(period.type)) table.fail(row, "period_type", "REF or MON, with a number or without");
        expect_apart(period, workbook, table.place(row));
        workbook.periods.push_back(std::move(period));
    }
    for (const bool reference : {true, false}) {
        if (std::ranges::find(workbook.periods, reference, &WorkbookPeriod::is_reference) != workbook.periods.end())
            continue;
        throw Error(ErrorCode::table_malformed, table.name(),
                    std::string("expected at least one period of type ") + (reference ? "REF" : "MON") +
                        ", found none; add it");
    }
}

std::size_t stock_for(const CsvTable& table, std::size_t row, std::string_view column, std::size_t period,
                      const MocareddWorkbook& workbook) {
    const auto stock = stock_of(workbook, table.filled(row, column), period);
    if (!stock) {
        table.fail(
            row, column,
            "a land use with stocks in c_stocks for ALL periods or for " + in_quotes(workbook.periods[period].name),
            "add them there");
    }
    return *stock;
}

void read_transitions(const CsvTable& table, NegativeDraws negative, MocareddWorkbook& workbook,
                      std::size_t& left_out) {
    std::set<std::string> ids;
    std::vector<std::string> periods;
    for (const WorkbookPeriod& period : workbook.periods)
        periods.push_back(period.name);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        WorkbookTransition transition;
        transition.name = table.filled(row, "trans_id");
        if (!ids.insert(transition.name).second) table.fail(row, "trans_id", "every id once", "give it another");
        const std::string period = one_of(table, row, "trans_period", periods);
        transition.period = static_cast<std::size_t>(std::ranges::find(periods, period) - periods.begin());
        transition.activity = one_of(table, row, "redd_activity", {"DF", "DG", "EN", "EN_AF", "EN_RE"});
        auto area = read_value(table, row, area_columns, transition.name, ValueKind::amount, negative);
        if (!area) {
            ++left_out;
            continue;
        }
        transition.from = table.filled(row, "lu_initial_id");
        transition.to = table.filled(row, "lu_final_id");
        transition.stock_from = stock_for(table, row, "lu_initial_id", transition.period, workbook);
        transition.stock_to = stock_for(table, row, "lu_final_id", transition.period, workbook);
        transition.area = workbook.inputs.size();
        area->unit = workbook.is_annual ? "ha/year" : "ha";
        workbook.inputs.push_back(std::move(*area));
        workbook.transitions.push_back(std::move(transition));
    }
}

/// A period without transitions would pass for one without emissions.
void expect_transitions(const CsvTable& table, const MocareddWorkbook& workbook) {
    for (std::size_t period = 0; period < workbook.periods.size(); ++period) {
        if (std::ranges::find(workbook.transitions, period, &WorkbookTransition::period) != workbook.transitions.end())
            continue;
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected transitions of every period in time_periods, found none of " +
                        in_quotes(workbook.periods[period].name) +
                        "; add them, with an area of 0 where nothing changed");
    }
}

void note_left_out(std::size_t count, const std::string& sheet, MocareddWorkbook& workbook) {
    if (count == 0) return;
    workbook.notes.push_back(counted(static_cast<std::int64_t>(count), "row") + " of " + sheet +
                             " left out: NA, no value.");
}

}  // namespace

MocareddWorkbook parse_mocaredd(std::span<const TextSheet> sheets, const std::string& name) {
    const MocareddSheets found = mocaredd_sheets(sheets, name);
    MocareddWorkbook workbook;
    workbook.name = file_name_of(name);
    const StockRules rules = read_settings(found.settings, workbook);
    read_periods(found.periods, workbook);
    const std::size_t stocks_left_out = add_stocks(found.stocks, rules, workbook);
    std::size_t areas_left_out = 0;
    read_transitions(found.transitions, rules.negative, workbook, areas_left_out);
    expect_transitions(found.transitions, workbook);
    note_left_out(areas_left_out, "AD_lu_transitions", workbook);
    note_left_out(stocks_left_out, "c_stocks", workbook);
    if (!found.unread.empty()) workbook.notes.push_back("Sheets that are not read: " + joined(found.unread) + ".");
    return workbook;
}

}  // namespace reddline::inputs
