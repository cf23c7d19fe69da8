#include "report/markdown_report.hpp"

#include "report/aligned_table.hpp"
#include "report/answer.hpp"
#include "report/choices.hpp"
#include "report/markdown_text.hpp"
#include "report/sources.hpp"
#include "report/tables_for_people.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string answer_section(const AuditCase& audit, const AuditResult& results) {
    std::string text = "## The answer\n\n";
    bool has_project = false;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        has_project = true;
        for (const std::string& sentence : answer_sentences(audit, results, zone))
            text += markdown_text(sentence) + "\n";
        text += "\n";
    }
    if (!has_project) text += "No zone is a project, so no credits are computed; the tables show the mapped loss.\n\n";
    text += "Default reading: " + markdown_text(reading_text(audit, results.default_reading)) + ".\n\n";
    text +=
        "Tree cover loss is not deforestation, and mapped area is not estimated area: the loss product has errors that "
        "only a sample of reference data can measure.\n\n";
    return text;
}

std::string missing_section(const AuditResult& results) {
    std::string text = "## What is missing\n\n";
    if (results.missing.empty()) return text + "Nothing that this report needs.\n\n";
    for (const MissingInput& missing : results.missing)
        text += "- " + markdown_text(missing.input + ": it decides " + missing.decides) + ".\n";
    return text + "\n";
}

std::string project_section(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::string text = "## Project '" + markdown_text(audit.zones[zone].zone.name) + "'\n\n";
    text += "### Every reading computed\n\n" + markdown(readings_table(results, zone)) + "\n";
    const ReadingResult* const result = default_answer(results, zone);
    if (result == nullptr || !result->answer.given()) return text;
    const Statement& statement = result->answer.value();
    text += "### By forest type, over the monitoring period\n\n" + markdown(strata_table(statement)) + "\n";
    text += "### By year\n\n" + markdown(years_table(statement)) + "\n";
    text += "### Ledger\n\n" + markdown(ledger_table(statement)) + "\n";
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

std::string list_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += "- " + markdown_text(line) + "\n";
    return text + "\n";
}

std::string sources_section(const AuditCase& audit) {
    std::string text = "## Sources\n\n" + list_of(source_lines(audit));
    if (audit.factors) text += "### Carbon factors\n\n" + markdown(factor_table(*audit.factors)) + "\n";
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
    text += answer_section(audit, results) + missing_section(results);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) text += project_section(audit, results, zone);
    }
    text += "## What the choices mean\n\n" + list_of(choice_lines(results));
    text +=
        "## Mapped loss by forest type\n\n" + strata_note(audit, results) + markdown(loss_table(audit, results)) + "\n";
    text += "## Canopy thresholds\n\n" + markdown(canopy_table(audit, results)) + "\n";
    return text + findings_section(results.findings) + sources_section(audit);
}

}  // namespace reddline::report
