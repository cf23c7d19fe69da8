#include "report/solve_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/claim_alone_text.hpp"
#include "report/csv_text.hpp"
#include "report/words.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_zones = 12;
constexpr const char* mark = " (!)";
constexpr const char* hanging = "      ";  // what goes on stands under the words behind the mark

/// The choices that a reference level of national transitions knows.
constexpr std::array reference_choices{Choice::factors, Choice::annualise, Choice::intervals, Choice::arcs,
                                       Choice::areas,   Choice::post,      Choice::reference};

/// A reduction of 0 knows neither the claim nor what is deducted from it.
std::string label_of(const AuditCase& audit, const SolvedInput& solved) {
    if (!solved.reading || solved.target == SolveTarget::claim) return label_text(english(), audit);
    return label_text(english(), audit, by_route(solved.reading->route, {Entered::factors, Entered::reference_level}));
}

/// Zone, choices, target, input, unit, present, needed, remark and label.
std::vector<std::string> fields(const AuditCase& audit, const std::string& zone, const SolvedInput& solved,
                                bool (*is_shown)(Choice)) {
    std::vector<std::string> row{zone};
    for (const Choice choice : all_choices()) {
        const bool has_value = solved.reading && is_shown(choice);
        row.push_back(has_value ? choice_text(audit, *solved.reading, choice) : std::string{});
    }
    row.insert(row.end(),
               {std::string(to_string(solved.target)), solved.input, solved.unit, number_field(solved.present),
                number_field(solved.needed), solved.remark, label_of(audit, solved)});
    return row;
}

/// The inputs of a zone under the default reading, one row each, a column per target.
PlainTable inputs_table(const std::vector<const SolvedInput*>& solved, bool has_claim) {
    PlainTable table{{"input", "as it is", "reduction 0"}, {}};
    if (has_claim) table.head.emplace_back("the claim");
    for (const SolvedInput* const input : solved) {
        if (input->target != SolveTarget::break_even) continue;
        std::vector<std::string> row{input->input, solved_value_text(english(), input->present, input->unit)};
        for (const SolvedInput* const same : solved) {
            if (same->input != input->input) continue;
            row.push_back(solved_value_text(english(), same->needed, same->unit) + (same->remark.empty() ? "" : mark));
        }
        table.rows.push_back(row);
    }
    return table;
}

/// Every remark once, with the inputs that it is about.
std::string remarks_text(const std::vector<const SolvedInput*>& solved) {
    std::vector<std::pair<std::string, std::vector<std::string>>> inputs_by_remark;
    for (const SolvedInput* const input : solved) {
        if (input->remark.empty()) continue;
        auto found = std::ranges::find(inputs_by_remark, input->remark, [](const auto& entry) { return entry.first; });
        if (found == inputs_by_remark.end()) {
            inputs_by_remark.push_back({input->remark, {}});
            found = inputs_by_remark.end() - 1;
        }
        std::vector<std::string>& inputs = found->second;
        if (std::ranges::find(inputs, input->input) == inputs.end()) inputs.push_back(input->input);
    }
    std::string text;
    for (const auto& [remark, inputs] : inputs_by_remark) {
        std::string line = " " + std::string(mark) + " " + remark + ": ";
        for (const std::string& input : inputs)
            line += (&input == &inputs.front() ? "" : "; ") + input;
        text += wrapped(line, hanging);
    }
    return text;
}

std::string credits_text(const AuditCase& audit, const ZoneStatement& zone) {
    const CreditTotals& totals = zone.answer.value().totals;
    std::string text =
        "'" + audit.zones[zone.zone].zone.name + "': " + grouped(totals.credits.tCO2e) + " credits follow";
    if (totals.is_upper_bound()) text += ", an upper bound, since no displaced emissions are counted";
    if (audit.is_claimed(zone.zone) && audit.claim->amount(ClaimItem::credits)) {
        text += "; " + grouped(audit.claim->amount(ClaimItem::credits)->value(), 0) + " are claimed";
    }
    return wrapped(text + ".", "    ");
}

std::string zone_text(const AuditCase& audit, const Reading& reading, const ZoneStatement& zone,
                      const Solution& solution) {
    if (!zone.answer.given()) {
        return wrapped("'" + audit.zones[zone.zone].zone.name + "': refused: " + zone.answer.refusal().reason + ".",
                       "    ");
    }
    std::vector<const SolvedInput*> solved;
    for (const SolvedInput& input : solution.by_reading) {
        if (input.zone == zone.zone && input.reading == reading) solved.push_back(&input);
    }
    const bool has_claim =
        std::ranges::any_of(solved, [](const SolvedInput* input) { return input->target == SolveTarget::claim; });
    return "\n" + credits_text(audit, zone) + "What one input alone would have to be so that the reduction is 0" +
           (has_claim ? ", or exactly the claim" : "") + ":\n\n" + aligned(inputs_table(solved, has_claim), "  ") +
           remarks_text(solved);
}

}  // namespace

std::string solve_csv(const AuditCase& audit, const Solution& solution) {
    std::vector<std::string> columns{"zone"};
    for (const Choice choice : all_choices())
        columns.emplace_back(to_string(choice));
    columns.insert(columns.end(), {"target", "input", "unit", "present", "needed", "remark", "label"});
    CsvText csv(columns);
    for (const SolvedInput& solved : solution.by_reading)
        csv.add(fields(audit, audit.zones[solved.zone].zone.name, solved, [](Choice) { return true; }));
    for (const SolvedInput& solved : solution.of_claim_alone) {
        csv.add(fields(audit, audit.claim->zone, solved, [](Choice choice) {
            return std::ranges::find(reference_choices, choice) != reference_choices.end();
        }));
    }
    return csv.text();
}

std::string solve_text(const AuditCase& audit, const Reading& default_reading, const Solution& solution) {
    std::string text = audit.title + "\n";
    if (!label_text(english(), audit).empty()) text += wrapped("[" + label_text(english(), audit) + "]", "    ");
    text += wrapped("Default reading: " + reading_text(english(), audit, default_reading) + ".", "    ");
    if (solution.statements.empty())
        text += "\nThere is no zone of role project, so there are no credits to solve for.\n";
    std::size_t shown = 0;
    for (const ZoneStatement& zone : solution.statements) {
        if (shown++ == shown_zones) break;
        text += zone_text(audit, default_reading, zone, solution);
    }
    if (solution.statements.size() > shown_zones) {
        text += "\nand " + std::to_string(solution.statements.size() - shown_zones) + " more zones: see solve.csv\n";
    }
    const std::string alone = claim_alone_text(english(), solution.of_claim_alone);
    if (!alone.empty()) {
        text += "\nThe claim by itself, " + grouped(audit.claim->amount(ClaimItem::credits)->value(), 0) + " credits";
        if (audit.claim->lost_area) text += " at " + grouped(audit.claim->lost_area->value(), 0) + " ha lost";
        text += ":\n";
    }
    return text + alone;
}

}  // namespace reddline::report
