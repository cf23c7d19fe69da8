#include "report/document.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "domain/number_text.hpp"
#include "report/answer.hpp"
#include "report/choices.hpp"
#include "report/claim_alone_text.hpp"
#include "report/claim_tables.hpp"
#include "report/question_tables.hpp"
#include "report/reading_tables.hpp"
#include "report/sources.hpp"
#include "report/tables_for_people.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Sections = std::vector<Section>;

Block list_of(std::vector<std::string> lines) {
    return {BlockKind::list, std::move(lines)};
}

Block table_of(PlainTable table) {
    return {BlockKind::table, {}, std::move(table)};
}

Block said(std::string sentence) {
    return {BlockKind::paragraph, {std::move(sentence)}};
}

/// Adds sentences, where there are any.
void add(BlockKind kind, std::vector<std::string> sentences, Section& section) {
    if (!sentences.empty()) section.blocks.push_back({kind, std::move(sentences)});
}

ZoneRole role_of(const ZoneExtent& extent) {
    return extent.zone.role;
}

void add_answer(const AuditCase& audit, const AuditResult& results, std::size_t zone, Section& section) {
    add(BlockKind::lead, claimed_sentences(audit, zone), section);
    add(BlockKind::lead, readings_sentences(results, zone), section);
    add(BlockKind::paragraph, dispute_sentences(audit, results, zone), section);
    add(BlockKind::paragraph, answer_sentences(audit, results, zone), section);
    add(BlockKind::paragraph, split_sentences(audit, results, zone), section);
    add(BlockKind::paragraph, further_readings_sentences(audit, results, zone), section);
}

Section answer_section(const AuditCase& audit, const AuditResult& results) {
    Section section{"answer", "", 2, "The answer", {}};
    add(BlockKind::lead, open_claim_sentences(audit), section);
    const auto projects = std::ranges::count(audit.zones, ZoneRole::project, role_of);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        if (projects > 1) add(BlockKind::strong, {"Project '" + audit.zones[zone].zone.name + "'"}, section);
        add_answer(audit, results, zone, section);
    }
    if (projects == 0) {
        section.blocks.push_back(said(std::string("No zone is a project, so no credits are computed") +
                                      (audit.has_pixels() ? "; the tables show the mapped loss." : ".")));
    }
    section.blocks.push_back(said(projects == 0 && audit.has_pixels()
                                      ? "How loss is counted: " + mapping_text(audit, results.default_reading) + "."
                                      : "Default reading: " + reading_text(audit, results.default_reading) + "."));
    section.blocks.push_back(
        said(audit.has_pixels()
                 ? "Tree cover loss is not deforestation, and mapped area is not estimated area: the loss product has "
                   "errors that only a sample of reference data can measure."
                 : "Nothing was counted on maps: areas are taken as declared, and losses as the claim reports them."));
    return section;
}

/// What the claim implies by itself, where no area of the project is known.
void add_claim_alone(const AuditResult& results, Sections& sections) {
    if (results.claim_alone.empty()) return;
    sections.push_back(
        {"claim-alone",
         "",
         2,
         "What the claim implies",
         {list_of(claim_alone_sentences(results.claim_alone)), table_of(implied_forest_table(results.claim_alone)),
          said("Every reading of it is in solve.csv.")}});
}

Section missing_section(const AuditResult& results) {
    Section section{"missing", "", 2, "What is missing", {}};
    PlainTable table{{"missing", "usually stands in", "decides"}, {}, {0, 1, 2}};
    for (const MissingInput& missing : results.missing)
        table.rows.push_back({missing.input, missing.document, missing.decides});
    section.blocks.push_back(table.rows.empty() ? said("Nothing that this report needs.") : table_of(table));
    return section;
}

void add_claim(const AuditCase& audit, const AuditResult& results, std::size_t zone, Sections& sections) {
    if (!audit.is_claimed(zone)) return;
    const std::string& name = audit.zones[zone].zone.name;
    const PlainTable reported = reported_table(results, zone);
    if (!reported.rows.empty())
        sections.push_back({"reported", name, 3, "Reported against mapped loss", {table_of(reported)}});
    if (const ClaimSplit* const split = split_of(results, zone)) {
        sections.push_back(
            {"split", name, 3, "Where the difference to the claim comes from", {table_of(split_table(*split))}});
    }
}

void add_readings(const AuditCase& audit, const AuditResult& results, std::size_t zone, Sections& sections) {
    const PlainTable readings = one_change_table(audit, results, zone);
    if (readings.rows.empty()) return;
    const std::string& name = audit.zones[zone].zone.name;
    sections.push_back({"readings",
                        name,
                        3,
                        "One choice changed",
                        {table_of(readings), said("Every combination is in readings.csv.")}});
    const auto summary = std::ranges::find(results.summaries, zone, &ReadingsSummary::zone);
    if (summary == results.summaries.end() || summary->effects.empty()) return;
    sections.push_back({"effects", name, 3, "Which choice moves the credits", {table_of(effects_table(*summary))}});
}

void add_question(const AuditCase& audit, const AuditResult& results, std::size_t zone, Sections& sections) {
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end()) return;
    Section section{"question", audit.zones[zone].zone.name, 3, "Which forest types were lost", {}};
    const PlainTable mixes = mix_table(audit, *question);
    if (!mixes.rows.empty()) section.blocks.push_back(table_of(mixes));
    if (!question->distances.empty()) section.blocks.push_back(table_of(distance_table(audit, *question)));
    add(BlockKind::list, question_sentences(audit, *question), section);
    if (!section.blocks.empty()) sections.push_back(section);
}

void add_project(const AuditCase& audit, const AuditResult& results, std::size_t zone, Sections& sections) {
    const std::string& name = audit.zones[zone].zone.name;
    sections.push_back({"project", name, 2, "Project '" + name + "'", {}});
    add_claim(audit, results, zone, sections);
    add_readings(audit, results, zone, sections);
    add_question(audit, results, zone, sections);
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr || !result->answer.given()) return;
    const Statement& statement = result->answer.value();
    sections.push_back(
        {"strata", name, 3, "By forest type, over the monitoring period", {table_of(strata_table(statement))}});
    sections.push_back({"years", name, 3, "By year", {table_of(years_table(statement))}});
    sections.push_back({"ledger", name, 3, "Ledger", {table_of(ledger_table(statement))}});
}

void add_units(const AuditCase& audit, const AuditResult& results, Sections& sections) {
    if (results.unit_references.empty()) return;
    const PlainTable table = unit_table(audit, results);
    const std::size_t refused = results.unit_references.size() - table.rows.size();
    Section section{"units", "", 2, "Reference level of 1,000 ha of each forest type", {}};
    if (!table.rows.empty()) section.blocks.push_back(table_of(table));
    if (refused > 0) {
        section.blocks.push_back(said(counted(static_cast<std::int64_t>(refused), "row") +
                                      (table.rows.empty() ? "" : " more") + (refused == 1 ? " is" : " are") +
                                      " refused; unit_reference.csv has the reasons."));
    }
    sections.push_back(section);
}

Section findings_section(const Findings& findings) {
    PlainTable table{{"severity", "finding", "about", "what", "evidence"}, {}, {0, 1, 2, 3, 4}};
    for (const Severity severity : {Severity::contradiction, Severity::warning, Severity::note}) {
        for (const Finding& finding : findings) {
            if (finding.severity != severity) continue;
            table.rows.push_back(
                {std::string(to_string(severity)), finding.code, finding.subject, finding.message, finding.evidence});
        }
    }
    return {
        "findings", "", 2, "What to doubt", {table.rows.empty() ? said("No check found anything.") : table_of(table)}};
}

void add_sources(const AuditCase& audit, Sections& sections) {
    sections.push_back({"sources", "", 2, "Sources", {list_of(source_lines(audit))}});
    for (const CarbonTable& factors : audit.factor_sets) {
        sections.push_back({"factors", "", 3, "Carbon factors: " + factors.name, {table_of(factor_table(factors))}});
    }
}

/// What a reader of forest types must know: the map has one date, the loss has many.
void add_strata_note(const AuditCase& audit, const AuditResult& results, Section& section) {
    if (!results.default_reading.strata_map) return;
    const StrataMap& map = audit.maps[*results.default_reading.strata_map];
    section.blocks.push_back(
        said("Forest types are those of " + map.name + ", a map of " + std::to_string(map.year) +
             ": what was lost up to then stands in it as what came after, not as the forest that was lost."));
}

void add_mapped(const AuditCase& audit, const AuditResult& results, Sections& sections) {
    if (!audit.has_pixels()) return;
    Section loss{"loss", "", 2, "Mapped loss by forest type", {}};
    add_strata_note(audit, results, loss);
    loss.blocks.push_back(table_of(loss_table(audit, results)));
    sections.push_back(loss);
    sections.push_back({"canopy", "", 2, "Canopy thresholds", {table_of(canopy_table(audit, results))}});
}

}  // namespace

Document report_document(const AuditCase& audit, const AuditResult& results) {
    Document document{audit.title, label_text(audit), {answer_section(audit, results)}};
    Sections& sections = document.sections;
    add_claim_alone(results, sections);
    sections.push_back(missing_section(results));
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) add_project(audit, results, zone, sections);
    }
    sections.push_back({"choices", "", 2, "What the choices mean", {list_of(choice_lines(audit, results))}});
    add_units(audit, results, sections);
    add_mapped(audit, results, sections);
    sections.push_back(findings_section(results.findings));
    add_sources(audit, sections);
    return document;
}

}  // namespace reddline::report
