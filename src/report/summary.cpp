#include "report/summary.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

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
constexpr std::size_t shown_findings_beside_interval = 2;  // which takes lines
constexpr std::size_t shown_findings_below_zones = 1;      // where the loss of other zones takes lines
constexpr const char* hanging = "    ";                    // what goes on stands under what began

/// "  and 3 more: see <file>" where a list was cut; empty where it was not.
std::string rest_text(const Strings& say, std::size_t all, std::size_t shown, const std::string& file) {
    if (all <= shown) return {};
    return "  " + say.counted("list.more", static_cast<std::int64_t>(all - shown), {{"file", file}}) + "\n";
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
std::string headline_text(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::vector<std::string> sentences = claimed_sentences(say, audit, zone);
    for (const auto& more : {readings_sentences(say, results, zone), dispute_sentences(say, audit, results, zone)})
        sentences.insert(sentences.end(), more.begin(), more.end());
    return list_text(sentences);
}

std::string default_reading_text(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    return wrapped(say("summary.default_reading", {{"reading", reading_text(say, audit, results.default_reading)}}),
                   hanging);
}

/// The last row is that of all forest types.
std::string forest_types_text(const Strings& say, const AuditResult& results, const Statement& statement) {
    PlainTable table = beside_reported(say, strata_table(say, statement), results, statement.zone);
    const std::size_t types = table.rows.size() - 1;
    if (types > shown_forest_types)
        table.rows.erase(table.rows.begin() + std::ptrdiff_t{shown_forest_types}, table.rows.end() - 1);
    return "\n" + aligned(table, "  ") + rest_text(say, types, shown_forest_types, "report.md");
}

std::string project_text(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const std::string text = headline_text(say, audit, results, zone) +
                             paragraph_text(answer_sentences(say, audit, results, zone)) +
                             default_reading_text(say, audit, results);
    const ZoneStatement* const result = default_answer(results, zone);
    const bool is_given = result != nullptr && result->answer.given();
    return text + (is_given ? forest_types_text(say, results, result->answer.value())
                            : claim_alone_text(say, results.claim_alone));
}

/// The claim on one of several projects with what the readings of that project give, or a claim that names none of them.
std::string claims_text(const Strings& say, const AuditCase& audit, const AuditResult& results,
                        const std::vector<std::size_t>& projects) {
    for (const std::size_t zone : projects) {
        if (!audit.is_claimed(zone)) continue;
        return "\n" + say("summary.project", {{"project", audit.zones[zone].zone.name}}) + "\n" +
               headline_text(say, audit, results, zone);
    }
    return list_text(open_claim_sentences(say, audit));
}

/// One row per project, and every reason for which one of them was refused.
std::string projects_text(const Strings& say, const AuditCase& audit, const AuditResult& results,
                          const std::vector<std::size_t>& projects) {
    std::string text = claims_text(say, audit, results, projects) + claim_alone_text(say, results.claim_alone);
    text += "\n" + aligned(projects_table(say, audit, results, shown_zones), "  ");
    text += rest_text(say, projects.size(), shown_zones, "readings.csv");
    std::set<std::string> reasons;
    for (const std::size_t zone : projects) {
        const ZoneStatement* const result = default_answer(results, zone);
        if (result != nullptr && !result->answer.given()) reasons.insert(result->answer.refusal().reason);
    }
    std::size_t shown = 0;
    for (const std::string& reason : reasons) {
        if (shown++ < shown_reasons) text += wrapped("  " + say("summary.refused", {{"reason", reason}}), hanging);
    }
    text += rest_text(say, reasons.size(), shown_reasons, "readings.csv");
    return text + "\n" + default_reading_text(say, audit, results);
}

std::string zones_text(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    if (!audit.has_pixels()) return "\n" + say("zones.no_project") + "\n";
    return "\n" + zones_loss_text(say, audit, results) + "\n" +
           wrapped(say("answer.how_counted", {{"how", mapping_text(say, audit, results.default_reading)}}), hanging);
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

std::string findings_text(const Strings& say, const Findings& findings, std::size_t most) {
    const auto count = [&](Severity severity) { return std::ranges::count(findings, severity, &Finding::severity); };
    const std::vector<const Finding*> kinds = kinds_of(findings);
    const std::string key = findings.empty()      ? "summary.nothing_to_doubt"
                            : kinds.size() > most ? "summary.first_to_doubt"
                                                  : "summary.to_doubt";
    std::string text =
        "\n" +
        say(key, {{"contradictions", say.counted("summary.contradictions", count(Severity::contradiction))},
                  {"warnings", say.counted("summary.warnings", count(Severity::warning))},
                  {"notes", say.counted("summary.notes", count(Severity::note))},
                  {"shown", std::to_string(most)},
                  {"kinds", std::to_string(kinds.size())}}) +
        "\n";
    for (std::size_t i = 0; i < std::min(kinds.size(), most); ++i) {
        text += wrapped("  " + std::string(to_string(kinds[i]->severity)) + " " + kinds[i]->code + " (" +
                            kinds[i]->subject + "): " + kinds[i]->message,
                        hanging);
    }
    return text;
}

/// What is not given, by name.
std::string missing_text(const Strings& say, const std::vector<MissingInput>& missing) {
    if (missing.empty()) return {};
    std::vector<std::string> inputs;
    for (const MissingInput& input : missing)
        inputs.push_back(input.input);
    return "\n" + wrapped(say("summary.missing", {{"inputs", say.joined("list.semicolon", inputs)}}), hanging);
}

}  // namespace

std::string summary_text(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    std::string text = audit.title + "\n";
    const std::string label = label_text(say, audit);
    if (!label.empty()) text += wrapped("[" + label + "]", hanging);
    const std::vector<std::size_t> projects = project_zones(audit);
    if (projects.empty()) {
        text += zones_text(say, audit, results);
    } else if (projects.size() == 1) {
        text += project_text(say, audit, results, projects.front());
    } else {
        text += projects_text(say, audit, results, projects);
    }
    const std::string others = projects.empty() ? "" : other_zones_sentence(say, audit, results);
    if (!others.empty()) text += list_text({others});
    const bool shows_zones = projects.empty() || !others.empty();
    const std::size_t most = results.uncertainty.zones.empty() ? shown_findings : shown_findings_beside_interval;
    return text + findings_text(say, results.findings, shows_zones ? shown_findings_below_zones : most) +
           missing_text(say, results.missing);
}

}  // namespace reddline::report
