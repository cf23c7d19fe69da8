#include "report/summary.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/answer.hpp"
#include "report/claim_alone_text.hpp"
#include "report/claim_tables.hpp"
#include "report/reading_tables.hpp"
#include "report/tables_for_people.hpp"
#include "report/words.hpp"
#include "report/wrapped_text.hpp"
#include "report/zone_loss_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_zones = 12;
constexpr std::size_t shown_forest_types = 8;
constexpr std::size_t shown_reasons = 3;
constexpr std::size_t shown_findings = 3;
constexpr std::size_t shown_findings_below_zones = 1;  // where the loss of other zones takes lines
constexpr const char* hanging = "    ";                // what goes on stands under what began

/// "  and 3 more: see <file>" where a list was cut; empty where it was not.
std::string rest_text(std::size_t all, std::size_t shown, const std::string& file) {
    return all > shown ? "  and " + grouped(static_cast<std::int64_t>(all - shown)) + " more: see " + file + "\n"
                       : std::string{};
}

std::vector<std::size_t> project_zones(const AuditCase& audit) {
    std::vector<std::size_t> projects;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) projects.push_back(zone);
    }
    return projects;
}

/// Sentences below a blank line, each on lines of its own; empty without any.
std::string list_text(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() ? "\n" : "") + wrapped(sentence, hanging);
    return text;
}

/// Sentences below a blank line, one behind the other; empty without any.
std::string paragraph_text(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() ? "" : " ") + sentence;
    return text.empty() ? text : "\n" + wrapped(text, "");
}

/// What the reader came for: what is claimed, what the readings give, which choice matters most, where reported and mapped loss
/// disagree by forest type, what that is worth, and what document would settle it.
std::string headline_text(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::vector<std::string> sentences = claimed_sentences(audit, zone);
    for (const auto& more : {readings_sentences(results, zone), dispute_sentences(audit, results, zone)})
        sentences.insert(sentences.end(), more.begin(), more.end());
    return list_text(sentences);
}

std::string default_reading_text(const AuditCase& audit, const AuditResult& results) {
    return wrapped("Default reading: " + reading_text(audit, results.default_reading) + " (explained in report.md).",
                   hanging);
}

/// The last row is that of all forest types.
std::string forest_types_text(const AuditResult& results, const Statement& statement) {
    PlainTable table = beside_reported(strata_table(statement), results, statement.zone);
    const std::size_t types = table.rows.size() - 1;
    if (types > shown_forest_types)
        table.rows.erase(table.rows.begin() + std::ptrdiff_t{shown_forest_types}, table.rows.end() - 1);
    return "\n" + aligned(table, "  ") + rest_text(types, shown_forest_types, "report.md");
}

std::string project_text(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const std::string text = headline_text(audit, results, zone) +
                             paragraph_text(answer_sentences(audit, results, zone)) +
                             default_reading_text(audit, results);
    const ZoneStatement* const result = default_answer(results, zone);
    const bool is_given = result != nullptr && result->answer.given();
    return text +
           (is_given ? forest_types_text(results, result->answer.value()) : claim_alone_text(results.claim_alone));
}

/// The claim on one of several projects with what the readings of that project give, or a claim that names none of them.
std::string claims_text(const AuditCase& audit, const AuditResult& results, const std::vector<std::size_t>& projects) {
    for (const std::size_t zone : projects) {
        if (!audit.is_claimed(zone)) continue;
        return "\nProject '" + audit.zones[zone].zone.name + "':\n" + headline_text(audit, results, zone);
    }
    return list_text(open_claim_sentences(audit));
}

/// One row per project, and every reason for which one of them was refused.
std::string projects_text(const AuditCase& audit, const AuditResult& results,
                          const std::vector<std::size_t>& projects) {
    std::string text = claims_text(audit, results, projects) + claim_alone_text(results.claim_alone);
    text += "\n" + aligned(projects_table(audit, results, shown_zones), "  ");
    text += rest_text(projects.size(), shown_zones, "readings.csv");
    std::set<std::string> reasons;
    for (const std::size_t zone : projects) {
        const ZoneStatement* const result = default_answer(results, zone);
        if (result != nullptr && !result->answer.given()) reasons.insert(result->answer.refusal().reason);
    }
    std::size_t shown = 0;
    for (const std::string& reason : reasons) {
        if (shown++ < shown_reasons) text += wrapped("  refused: " + reason, hanging);
    }
    text += rest_text(reasons.size(), shown_reasons, "readings.csv");
    return text + "\n" + default_reading_text(audit, results);
}

std::string zones_text(const AuditCase& audit, const AuditResult& results) {
    if (!audit.has_pixels()) return "\nNo zone is a project, so no credits are computed.\n";
    return "\n" + zones_loss_text(audit, results) + "\n" +
           wrapped("How loss is counted: " + mapping_text(audit, results.default_reading) + ".", hanging);
}

/// Contradictions, then warnings; of findings of one code about one subject, the first.
std::vector<const Finding*> kinds_of(const Findings& findings) {
    std::vector<const Finding*> kinds;
    for (const Severity severity : {Severity::contradiction, Severity::warning}) {
        for (const Finding& finding : findings) {
            const bool is_known = std::ranges::any_of(kinds, [&](const Finding* kind) {
                return kind->code == finding.code && kind->subject == finding.subject;
            });
            if (finding.severity == severity && !is_known) kinds.push_back(&finding);
        }
    }
    return kinds;
}

std::string findings_text(const Findings& findings, std::size_t most) {
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
    };
    const auto count_text = [&](Severity severity) {
        return counted(static_cast<std::int64_t>(count(severity)), to_string(severity));
    };
    const std::vector<const Finding*> kinds = kinds_of(findings);
    const std::string shown = kinds.size() > most ? "; the first " + std::to_string(most) + " of " +
                                                        std::to_string(kinds.size()) + " kinds without the notes:"
                                                  : ".";
    std::string text = "\nTo doubt" + std::string(findings.empty() ? "" : " (all in findings.csv)") + ": " +
                       count_text(Severity::contradiction) + ", " + count_text(Severity::warning) + ", " +
                       count_text(Severity::note) + shown + "\n";
    for (std::size_t i = 0; i < std::min(kinds.size(), most); ++i) {
        text += wrapped("  " + std::string(to_string(kinds[i]->severity)) + " " + kinds[i]->code + " (" +
                            kinds[i]->subject + "): " + kinds[i]->message,
                        hanging);
    }
    return text;
}

/// What is not given, by name.
std::string missing_text(const std::vector<MissingInput>& missing) {
    if (missing.empty()) return {};
    std::string inputs;
    for (const MissingInput& input : missing)
        inputs += (inputs.empty() ? "" : "; ") + input.input;
    return "\n" + wrapped("Missing (missing.csv says what it would decide): " + inputs + ".", hanging);
}

}  // namespace

std::string summary_text(const AuditCase& audit, const AuditResult& results) {
    std::string text = audit.title + "\n";
    if (!label_text(audit).empty()) text += wrapped("[" + label_text(audit) + "]", hanging);
    const std::vector<std::size_t> projects = project_zones(audit);
    if (projects.empty()) {
        text += zones_text(audit, results);
    } else if (projects.size() == 1) {
        text += project_text(audit, results, projects.front());
    } else {
        text += projects_text(audit, results, projects);
    }
    const std::string others = projects.empty() ? "" : other_zones_sentence(audit, results);
    if (!others.empty()) text += list_text({others});
    const bool shows_zones = projects.empty() || !others.empty();
    return text + findings_text(results.findings, shows_zones ? shown_findings_below_zones : shown_findings) +
           missing_text(results.missing);
}

}  // namespace reddline::report
