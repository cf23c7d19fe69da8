#include "report/markdown_report.hpp"

#include <algorithm>
#include <cstdint>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/answer.hpp"
#include "report/choices.hpp"
#include "report/claim_alone_text.hpp"
#include "report/claim_tables.hpp"
#include "report/markdown_text.hpp"
#include "report/question_tables.hpp"
#include "report/reading_tables.hpp"
#include "report/sources.hpp"
#include "report/tables_for_people.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string list_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += "- " + markdown_text(line) + "\n";
    return text + "\n";
}

/// One sentence a line, and a blank line behind them; nothing without sentences.
std::string paragraph(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text += markdown_text(sentence) + "\n";
    return text.empty() ? text : text + "\n";
}

ZoneRole role_of(const ZoneExtent& extent) {
    return extent.zone.role;
}

std::string answer_section(const AuditCase& audit, const AuditResult& results) {
    std::string text = "## The answer\n\n" + paragraph(open_claim_sentences(audit));
    const auto projects = std::ranges::count(audit.zones, ZoneRole::project, role_of);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        if (projects > 1) text += "**Project '" + markdown_text(audit.zones[zone].zone.name) + "'**\n\n";
        text += paragraph(claimed_sentences(audit, zone)) + paragraph(readings_sentences(results, zone)) +
                paragraph(dispute_sentences(audit, results, zone)) + paragraph(answer_sentences(audit, results, zone)) +
                paragraph(split_sentences(audit, results, zone)) +
                paragraph(further_readings_sentences(audit, results, zone));
    }
    if (projects == 0) {
        text += std::string("No zone is a project, so no credits are computed") +
                (audit.has_pixels() ? "; the tables show the mapped loss.\n\n" : ".\n\n");
    }
    text += "Default reading: " + markdown_text(reading_text(audit, results.default_reading)) + ".\n\n";
    return text +
           (audit.has_pixels()
                ? "Tree cover loss is not deforestation, and mapped area is not estimated area: the loss product has "
                  "errors that only a sample of reference data can measure.\n\n"
                : "Nothing was counted on maps: areas are taken as declared, and losses as the claim reports "
                  "them.\n\n");
}

/// What the claim implies by itself, where no area of the project is known.
std::string claim_alone_section(const AuditResult& results) {
    if (results.claim_alone.empty()) return {};
    std::string text = "## What the claim implies\n\n" + list_of(claim_alone_sentences(results.claim_alone));
    return text + markdown(implied_forest_table(results.claim_alone)) + "\nEvery reading of it is in solve.csv.\n\n";
}

std::string missing_section(const AuditResult& results) {
    std::string text = "## What is missing\n\n";
    if (results.missing.empty()) return text + "Nothing that this report needs.\n\n";
    PlainTable table{{"missing", "usually stands in", "decides"}, {}, {0, 1, 2}};
    for (const MissingInput& missing : results.missing)
        table.rows.push_back({missing.input, missing.document, missing.decides});
    return text + markdown(table) + "\n";
}

std::string claim_section(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    if (!audit.is_claimed(zone)) return {};
    std::string text;
    const PlainTable reported = reported_table(results, zone);
    if (!reported.rows.empty()) text += "### Reported against mapped loss\n\n" + markdown(reported) + "\n";
    if (const ClaimSplit* const split = split_of(results, zone))
        text += "### Where the difference to the claim comes from\n\n" + markdown(split_table(*split)) + "\n";
    return text;
}

std::string readings_section(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const PlainTable readings = one_change_table(audit, results, zone);
    if (readings.rows.empty()) return {};
    std::string text =
        "### One choice changed\n\n" + markdown(readings) + "\nEvery combination is in readings.csv.\n\n";
    const auto summary = std::ranges::find(results.summaries, zone, &ReadingsSummary::zone);
    if (summary == results.summaries.end() || summary->effects.empty()) return text;
    return text + "### Which choice moves the credits\n\n" + markdown(effects_table(*summary)) + "\n";
}

std::string question_section(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end()) return {};
    std::string text;
    const PlainTable mixes = mix_table(audit, *question);
    if (!mixes.rows.empty()) text += markdown(mixes) + "\n";
    if (!question->distances.empty()) text += markdown(distance_table(audit, *question)) + "\n";
    const std::vector<std::string> sentences = question_sentences(audit, *question);
    if (!sentences.empty()) text += list_of(sentences);
    return text.empty() ? text : "### Which forest types were lost\n\n" + text;
}

std::string project_section(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::string text = "## Project '" + markdown_text(audit.zones[zone].zone.name) + "'\n\n";
    text += claim_section(audit, results, zone) + readings_section(audit, results, zone) +
            question_section(audit, results, zone);
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr || !result->answer.given()) return text;
    const Statement& statement = result->answer.value();
    text += "### By forest type, over the monitoring period\n\n" + markdown(strata_table(statement)) + "\n";
    text += "### By year\n\n" + markdown(years_table(statement)) + "\n";
    text += "### Ledger\n\n" + markdown(ledger_table(statement)) + "\n";
    return text;
}

std::string unit_section(const AuditCase& audit, const AuditResult& results) {
    if (results.unit_references.empty()) return {};
    const PlainTable table = unit_table(audit, results);
    const std::size_t refused = results.unit_references.size() - table.rows.size();
    std::string text = "## Reference level of 1,000 ha of each forest type\n\n";
    if (!table.rows.empty()) text += markdown(table) + "\n";
    if (refused > 0) {
        text += counted(static_cast<std::int64_t>(refused), "row") + (table.rows.empty() ? "" : " more") +
                (refused == 1 ? " is" : " are") + " refused; unit_reference.csv has the reasons.\n\n";
    }
    return text;
}

std::string findings_section(const Findings& findings) {
    PlainTable table{{"severity", "finding", "about", "what", "evidence"}, {}, {0, 1, 2, 3, 4}};
    for (const Severity severity : {Severity::contradiction, Severity::warning, Severity::note}) {
        for (const Finding& finding : findings) {
            if (finding.severity != severity) continue;
            table.rows.push_back(
                {std::string(to_string(severity)), finding.code, finding.subject, finding.message, finding.evidence});
        }
    }
    std::string text = "## What to doubt\n\n";
    return text + (table.rows.empty() ? "No check found anything.\n" : markdown(table)) + "\n";
}

std::string sources_section(const AuditCase& audit) {
    std::string text = "## Sources\n\n" + list_of(source_lines(audit));
    for (const CarbonTable& factors : audit.factor_sets)
        text += "### Carbon factors: " + markdown_text(factors.name) + "\n\n" + markdown(factor_table(factors)) + "\n";
    return text;
}

/// What a reader of forest types must know: the map has one date, the loss has many.
std::string strata_note(const AuditCase& audit, const AuditResult& results) {
    if (!results.default_reading.strata_map) return {};
    const StrataMap& map = audit.maps[*results.default_reading.strata_map];
    return "Forest types are those of " + markdown_text(map.name) + ", a map of " + std::to_string(map.year) +
           ": what was lost up to then stands in it as what came after, not as the forest that was lost.\n\n";
}

}  // namespace

std::string markdown_report(const AuditCase& audit, const AuditResult& results) {
    std::string text = "# " + markdown_text(audit.title) + "\n\n";
    if (!label_text(audit).empty()) text += "**" + markdown_text(label_text(audit)) + "**\n\n";
    text += answer_section(audit, results) + claim_alone_section(results) + missing_section(results);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) text += project_section(audit, results, zone);
    }
    text += "## What the choices mean\n\n" + list_of(choice_lines(audit, results));
    text += unit_section(audit, results);
    if (audit.has_pixels()) {
        text += "## Mapped loss by forest type\n\n" + strata_note(audit, results) +
                markdown(loss_table(audit, results)) + "\n";
        text += "## Canopy thresholds\n\n" + markdown(canopy_table(audit, results)) + "\n";
    }
    return text + findings_section(results.findings) + sources_section(audit);
}

}  // namespace reddline::report
