#include "report/summary.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/answer.hpp"
#include "report/tables_for_people.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_projects = 3;
constexpr std::size_t shown_findings = 8;

std::string project_text(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::string text = "\n";
    for (const std::string& sentence : answer_sentences(audit, results, zone))
        text += sentence + "\n";
    const ReadingResult* const result = default_answer(results, zone);
    if (result != nullptr && result->answer.given()) {
        text += "\n" + aligned(strata_table(result->answer.value()), "  ");
        text += "\nDefault reading: " + reading_text(audit, result->reading) + ".\n";
    }
    for (const std::string& line : other_readings(results, zone))
        text += "  other reading, " + line + "\n";
    return text;
}

std::string zones_text(const AuditCase& audit, const AuditResult& results) {
    PlainTable table{{"zone", "area ha", "forest 2000 ha", "loss ha"}, {}};
    for (std::size_t zone = 0; zone < audit.zones.size() && zone < 2 * shown_findings; ++zone) {
        Tally forest;
        Tally loss;
        for (const StratumLoss& stratum : results.losses[zone].strata) {
            forest += stratum.forest_2000;
            for (const Tally& tally : stratum.loss_by_code)
                loss += tally;
        }
        table.rows.push_back(
            {audit.zones[zone].zone.name, grouped(hectares(audit.zones[zone].inside.area_cm2).value(), 1),
             grouped(hectares(forest.area_cm2).value(), 1), grouped(hectares(loss.area_cm2).value(), 1)});
    }
    return "\n" + aligned(table, "  ");
}

std::string findings_text(const Findings& findings) {
    const auto count = [&](Severity severity) {
        return std::to_string(std::ranges::count(findings, severity, &Finding::severity));
    };
    std::string text = "\nTo doubt: " + count(Severity::contradiction) + " contradictions, " +
                       count(Severity::warning) + " warnings, " + count(Severity::note) + " notes.\n";
    std::size_t shown = 0;
    for (const Severity severity : {Severity::contradiction, Severity::warning}) {
        for (const Finding& finding : findings) {
            if (finding.severity != severity || shown == shown_findings) continue;
            text += "  " + std::string(to_string(severity)) + " " + finding.code + " (" + finding.subject +
                    "): " + finding.message + "\n";
            ++shown;
        }
    }
    return text;
}

}  // namespace

std::string summary_text(const AuditCase& audit, const AuditResult& results) {
    std::string text = audit.title + "\n";
    if (!label_text(audit).empty()) text += "[" + label_text(audit) + "]\n";
    std::size_t projects = 0;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        if (++projects <= shown_projects) text += project_text(audit, results, zone);
    }
    if (projects == 0) text += zones_text(audit, results);
    if (projects > shown_projects) {
        text += "\n" + std::to_string(projects - shown_projects) + " more project zones: see readings.csv.\n";
    }
    text += findings_text(results.findings);
    if (!results.missing.empty()) {
        text += "\nMissing:\n";
        for (const MissingInput& missing : results.missing)
            text += "  " + missing.input + ": " + missing.decides + "\n";
    }
    return text;
}

}  // namespace reddline::report
