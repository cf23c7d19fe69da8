#include "report/uncertainty_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "domain/kept_share.hpp"
#include "domain/number_text.hpp"
#include "report/answer.hpp"

namespace reddline::report {

namespace {

std::string tonnes(const Strings& say, TonnesCO2e amount) {
    return say.grouped(amount.value(), 0);
}

std::string percent(const Strings& say, double percent) {
    return say("uncertainty.percent", {{"percent", say.number(fixed(percent, 1))}});
}

std::string deduction_text(const Strings& say, const ProgrammeDeduction& programme) {
    return programme.deduction_pct ? percent(say, *programme.deduction_pct) : say("uncertainty.everything");
}

/// What each programme would deduct of a zone, by name.
std::string deductions_text(const Strings& say, const CreditUncertainty& uncertainty, std::size_t zone) {
    std::vector<std::string> programmes;
    for (const char* const name : {"VCS", "TREES", "FCPF"}) {
        const ProgrammeDeduction* const programme = uncertainty.deduction(zone, name);
        if (programme == nullptr) continue;
        programmes.push_back(say(programmes.empty() ? "uncertainty.first_deduction" : "uncertainty.further_deduction",
                                 {{"programme", name}, {"deduction", deduction_text(say, *programme)}}));
    }
    return say.joined("list.comma", programmes);
}

/// What a reduction at the end of an interval leaves to be credited, after the deductions of the audit file.
std::string credited(const Strings& say, const AuditCase& audit, TonnesCO2e reduction) {
    return say.grouped(kept_share(audit.deductions) * std::max(0.0, reduction.value()), 0);
}

std::string covered_text(const Strings& say, const AuditResult& results, const ZoneUncertainty& uncertainty) {
    const auto fixed_inputs = std::ranges::count(results.fixed_inputs, uncertainty.zone, &FixedInput::zone);
    return say("uncertainty.covers",
               {{"inputs", say.counted("uncertainty.inputs", static_cast<std::int64_t>(uncertainty.inputs.size()))},
                {"fixed", say.counted("uncertainty.fixed_inputs", fixed_inputs)}});
}

PlainTable spread_table(const Strings& say, const ZoneUncertainty& uncertainty) {
    const ReductionSpread& spread = uncertainty.spread;
    PlainTable table{{say("uncertainty.reductions"), "tCO2e"}, {}, {0}};
    const auto add = [&](const std::string& what, TonnesCO2e amount) {
        table.rows.push_back({what, tonnes(say, amount)});
    };
    add(say("uncertainty.central"), spread.central);
    add(say("uncertainty.by_propagation"), spread.approach_1_standard_error);
    add(say("uncertainty.mean", {{"draws", say.grouped(static_cast<std::int64_t>(spread.draws))}}), spread.mean);
    add(say("uncertainty.deviation"), spread.standard_deviation);
    add(say("uncertainty.median"), spread.quantiles.median);
    add(say("uncertainty.q05"), spread.quantiles.q05);
    add(say("uncertainty.q95"), spread.quantiles.q95);
    add(say("uncertainty.error_of_median"), uncertainty.monte_carlo_error.median);
    add(say("uncertainty.error_of_q05"), uncertainty.monte_carlo_error.q05);
    add(say("uncertainty.error_of_q95"), uncertainty.monte_carlo_error.q95);
    return table;
}

PlainTable deduction_table(const Strings& say, const AuditResult& results, std::size_t zone) {
    PlainTable table{{say("uncertainty.programme"), say("uncertainty.deducts"), say("uncertainty.credits_after"),
                      say("uncertainty.into_buffer"), say("uncertainty.rule"), say("uncertainty.document")},
                     {},
                     {0, 4, 5}};
    const auto found = std::ranges::find(results.uncertainty.deductions, zone, &ZoneDeductions::zone);
    if (found == results.uncertainty.deductions.end()) return table;
    for (const ProgrammeDeduction& programme : found->programmes) {
        table.rows.push_back({programme.programme, deduction_text(say, programme), say.grouped(programme.credits.tCO2e),
                              programme.buffered ? say.grouped(programme.buffered->tCO2e) : "-", programme.rule,
                              programme.document});
    }
    return table;
}

/// Areas as everywhere in the report; densities and rates as they were stated.
std::string value_text(const Strings& say, const InputShare& input) {
    return input.unit == "ha" ? say.grouped(input.value, 1) : say.number(shortest(input.value));
}

PlainTable input_table(const Strings& say, const ZoneUncertainty& uncertainty) {
    PlainTable table{{say("uncertainty.input"), say("uncertainty.value"), say("uncertainty.standard_error"),
                      say("uncertainty.unit"), say("uncertainty.distribution"), say("uncertainty.part")},
                     {},
                     {0, 3, 4}};
    for (const InputShare& input : uncertainty.inputs) {
        table.rows.push_back({input.name, value_text(say, input), say.number(fixed(input.standard_error, 2)),
                              input.unit, std::string(to_string(input.family)),
                              percent(say, 100.0 * input.monte_carlo_share)});
    }
    table.rows.push_back(
        {say("uncertainty.no_input_alone"), "-", "-", "-", "-", percent(say, 100.0 * uncertainty.unshared)});
    return table;
}

PlainTable fixed_table(const Strings& say, const AuditResult& results, std::size_t zone) {
    PlainTable table{
        {say("uncertainty.as_exact"), say("uncertainty.value"), say("uncertainty.unit"), say("uncertainty.why")},
        {},
        {0, 2, 3}};
    for (const FixedInput& input : results.fixed_inputs) {
        if (input.zone != zone) continue;
        table.rows.push_back({input.name, input.value ? say.grouped(*input.value, 1) : "-", input.unit, input.reason});
    }
    return table;
}

Block table_of(PlainTable table) {
    return {BlockKind::table, {}, std::move(table)};
}

std::vector<std::string> chance_lines(const Strings& say, const ZoneUncertainty& uncertainty) {
    const ReductionSpread& spread = uncertainty.spread;
    std::vector<std::string> lines{
        say("uncertainty.above_zero", {{"percent", percent(say, 100.0 * spread.share_positive)}})};
    if (const auto share = spread.share_of_claim)
        lines.push_back(say("uncertainty.claim_reached", {{"percent", percent(say, 100.0 * *share)}}));
    for (const ConfidentCredits& credits : uncertainty.confident) {
        lines.push_back(say("uncertainty.confident", {{"credits", say.grouped(credits.credits.tCO2e)},
                                                      {"probability", say.number(shortest(credits.confidence))}}));
    }
    if (spread.half_width_pct)
        lines.push_back(say("uncertainty.half_width", {{"percent", say.number(fixed(*spread.half_width_pct, 2))}}));
    return lines;
}

}  // namespace

std::vector<std::string> uncertainty_sentences(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                               std::size_t zone) {
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr || !result->answer.given()) return {};
    const ZoneUncertainty* const uncertainty = results.uncertainty.of(zone);
    if (uncertainty == nullptr) return {};
    const ReductionSpread& spread = uncertainty->spread;
    const std::string covered = covered_text(say, results, *uncertainty);
    if (!spread.half_width_pct) {
        return {say("uncertainty.none_credited", {{"low", tonnes(say, spread.quantiles.q05)},
                                                  {"high", tonnes(say, spread.quantiles.q95)},
                                                  {"covered", covered}})};
    }
    return {say("uncertainty.interval", {{"low", credited(say, audit, spread.quantiles.q05)},
                                         {"high", credited(say, audit, spread.quantiles.q95)},
                                         {"deductions", deductions_text(say, results.uncertainty, zone)},
                                         {"covered", covered}})};
}

Section uncertainty_section(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    Section section{"uncertainty", audit.zones[zone].zone.name, 3, say("section.uncertainty"), {}};
    const ZoneUncertainty* const uncertainty = results.uncertainty.of(zone);
    if (uncertainty == nullptr) {
        section.blocks.push_back({BlockKind::paragraph, {say("uncertainty.no_errors")}});
    } else {
        section.blocks.push_back({BlockKind::paragraph, uncertainty_sentences(say, audit, results, zone)});
        section.blocks.push_back(table_of(deduction_table(say, results, zone)));
        section.blocks.push_back({BlockKind::list, chance_lines(say, *uncertainty)});
        section.blocks.push_back(table_of(spread_table(say, *uncertainty)));
        section.blocks.push_back(table_of(input_table(say, *uncertainty)));
    }
    const PlainTable fixed_inputs = fixed_table(say, results, zone);
    if (!fixed_inputs.rows.empty()) section.blocks.push_back(table_of(fixed_inputs));
    return section;
}

}  // namespace reddline::report
