#include "report/mocaredd_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

/// Rows and monitoring periods of one screen; the tables hold all of them.
constexpr std::size_t most_rows = 12;
constexpr std::size_t most_reductions = 4;
constexpr std::size_t most_inputs = 4;

std::string tonnes(TonnesCO2e amount) {
    return grouped(amount.value(), 0);
}

std::string percent(double share) {
    return shortest(std::round(1000.0 * share) / 10.0) + " %";
}

std::string years_text(const WorkbookAmount& amount) {
    const std::string first = std::to_string(amount.first_year);
    return amount.first_year == amount.last_year ? first : first + " to " + std::to_string(amount.last_year);
}

std::string opening(const MocareddWorkbook& workbook) {
    return workbook.name + " (mocaredd workbook): " + counted(std::ssize(workbook.periods), "period") + ", " +
           counted(std::ssize(workbook.transitions), "transition") + " in " +
           (workbook.is_annual ? "hectares per year" : "hectares") + ", " +
           counted(std::ssize(workbook.stocks), "stock") + "; " + grouped(static_cast<std::int64_t>(workbook.draws)) +
           " draws, seed " + std::to_string(workbook.seed) + ".";
}

/// What a reduction is and what would be deducted from it, in two sentences.
std::string reduction_sentences(const WorkbookAmount& amount, const WorkbookReduction& reduction) {
    std::string text = amount.period + ", " + years_text(amount) + ": reductions of " + tonnes(reduction.creditable) +
                       " tCO2e in " + counted(amount.years, "year");
    if (reduction.inputs.empty())
        return text + "; what programmes would deduct is not known, since no input has a standard error.";
    if (!amount.spread.half_width_pct)
        return text + "; their median is not above 0, so no programme would credit them.";
    text += " (half of the 90 % interval is " + fixed(*amount.spread.half_width_pct, 1) + " % of the median).";
    std::string deductions;
    for (const ProgrammeDeduction& programme : reduction.programmes) {
        if (programme.programme == "none") continue;
        deductions += (deductions.empty() ? " " : ", ") + programme.programme +
                      (deductions.empty() ? " would deduct " : " ") +
                      (programme.deduction_pct ? fixed(*programme.deduction_pct, 1) + " %" : "everything");
    }
    return text + deductions + ".";
}

std::string inputs_sentence(const WorkbookReduction& reduction) {
    std::vector<InputShare> inputs = reduction.inputs;
    if (inputs.empty()) return {};
    std::ranges::stable_sort(inputs, std::ranges::greater{}, &InputShare::monte_carlo_share);
    if (inputs.size() > most_inputs) inputs.resize(most_inputs);
    std::string text = " Its uncertainty comes most from ";
    for (const InputShare& input : inputs)
        text += (&input == &inputs.front() ? "" : ", ") + input.name + " (" + percent(input.monte_carlo_share) + ")";
    return text + ".";
}

PlainTable amounts_table(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    const std::string confidence = percent(workbook.confidence);
    PlainTable table{
        {"tCO2e per year", "period", "stated values", "median", "from (" + confidence + ")", "to"}, {}, {0, 1}};
    for (const WorkbookAmount& amount : result.amounts) {
        if (amount.quantity == WorkbookQuantity::period_emissions || table.rows.size() == most_rows) continue;
        table.rows.push_back({quantity_name(amount.quantity), amount.period, tonnes(amount.spread.central),
                              tonnes(amount.spread.quantiles.median), tonnes(amount.lower), tonnes(amount.upper)});
    }
    return table;
}

/// How rows of enhancement are treated, where there are any.
std::optional<std::string> enhancement_note(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    std::int64_t rows = 0;
    std::int64_t emitting = 0;
    for (const WorkbookEmission& emission : result.emissions) {
        if (!workbook.transitions[emission.transition].activity.starts_with("EN")) continue;
        ++rows;
        if (emission.central > TonnesCO2e{}) ++emitting;
    }
    if (rows == 0) return std::nullopt;
    std::string text =
        counted(rows, "transition") +
        " of enhancement (EN) counted as removals, below 0, in the sums of their periods, as mocaredd does";
    if (emitting > 0) text += "; by their stocks " + std::to_string(emitting) + " of them emit instead";
    return text + ".";
}

/// How many inputs are taken as exact, where some are.
std::optional<std::string> exact_note(const MocareddWorkbook& workbook) {
    const std::int64_t exact =
        std::ranges::count_if(workbook.inputs, [](const WorkbookInput& input) { return input.standard_error <= 0.0; });
    if (exact == 0) return std::nullopt;
    return grouped(exact) + " of " + counted(std::ssize(workbook.inputs), "input") +
           " without a standard error, taken as exact (workbook_inputs.csv).";
}

std::string reductions_text(const WorkbookResult& result) {
    std::string text;
    std::size_t shown = 0;
    for (const WorkbookReduction& reduction : result.reductions) {
        if (++shown > most_reductions) break;
        const auto amount = std::ranges::find_if(result.amounts, [&](const WorkbookAmount& one) {
            return one.quantity == WorkbookQuantity::reduction && one.period == reduction.period;
        });
        text += wrapped(reduction_sentences(*amount, reduction) + inputs_sentence(reduction), "    ");
    }
    if (result.reductions.size() > most_reductions) text += "Further monitoring periods: workbook_reductions.csv.\n";
    return text;
}

}  // namespace

std::string quantity_name(WorkbookQuantity quantity) {
    switch (quantity) {
        case WorkbookQuantity::period_emissions:
            return "period-emissions";
        case WorkbookQuantity::reference_level:
            return "reference-level";
        case WorkbookQuantity::emissions:
            return "emissions";
        case WorkbookQuantity::reduction:
            return "reduction";
    }
    return {};
}

std::string workbook_text(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    std::string text = wrapped(opening(workbook), "    ") + "\n" + reductions_text(result) + "\n" +
                       aligned(amounts_table(workbook, result), "  ") + "\n";
    for (const auto& note : {exact_note(workbook), enhancement_note(workbook, result)})
        if (note) text += wrapped(*note, "    ");
    for (const std::string& note : workbook.notes)
        text += wrapped(note, "    ");
    return text;
}

}  // namespace reddline::report
