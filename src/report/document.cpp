#include "report/document.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "report/answer.hpp"
#include "report/choices.hpp"
#include "report/claim_alone_text.hpp"
#include "report/claim_tables.hpp"
#include "report/estimated_table.hpp"
#include "report/question_tables.hpp"
#include "report/reading_tables.hpp"
#include "report/sources.hpp"
#include "report/tables_for_people.hpp"
#include "report/uncertainty_text.hpp"
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

/// What a reader must know of the default reading's loss.
std::string_view loss_note_key(const AuditCase& audit, const AuditResult& results) {
    if (results.default_reading.route == Route::sample) return "answer.estimated_loss";
    return audit.has_pixels() ? "answer.cover_loss" : "answer.nothing_counted";
}

void add_answer(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
                Section& section) {
    add(BlockKind::lead, claimed_sentences(say, audit, zone), section);
    add(BlockKind::lead, readings_sentences(say, results, zone), section);
    add(BlockKind::paragraph, dispute_sentences(say, audit, results, zone), section);
    add(BlockKind::paragraph, answer_sentences(say, audit, results, zone), section);
    add(BlockKind::paragraph, split_sentences(say, audit, results, zone), section);
    add(BlockKind::paragraph, further_readings_sentences(say, audit, results, zone), section);
}

Section answer_section(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    Section section{"answer", "", 2, say("section.answer"), {}};
    add(BlockKind::lead, open_claim_sentences(say, audit), section);
    const auto projects = std::ranges::count(audit.zones, ZoneRole::project, role_of);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        if (projects > 1)
            add(BlockKind::strong, {say("section.project", {{"project", audit.zones[zone].zone.name}})}, section);
        add_answer(say, audit, results, zone, section);
    }
    if (projects == 0)
        section.blocks.push_back(said(say(audit.has_pixels() ? "answer.no_project_but_loss" : "zones.no_project")));
    section.blocks.push_back(
        said(projects == 0 && audit.has_pixels()
                 ? say("answer.how_counted", {{"how", mapping_text(say, audit, results.default_reading)}})
                 : say("answer.default_reading", {{"reading", reading_text(say, audit, results.default_reading)}})));
    section.blocks.push_back(said(say(loss_note_key(audit, results))));
    return section;
}

/// What the claim implies by itself, where no area of the project is known.
void add_claim_alone(const Strings& say, const AuditResult& results, Sections& sections) {
    if (results.claim_alone.empty()) return;
    sections.push_back({"claim-alone",
                        "",
                        2,
                        say("section.claim_alone"),
                        {list_of(claim_alone_sentences(say, results.claim_alone)),
                         table_of(implied_forest_table(say, results.claim_alone)), said(say("answer.in_solve_csv"))}});
}

Section missing_section(const Strings& say, const AuditResult& results) {
    Section section{"missing", "", 2, say("section.missing"), {}};
    PlainTable table{{say("column.missing"), say("column.stands_in"), say("column.decides")}, {}, {0, 1, 2}};
    for (const MissingInput& missing : results.missing)
        table.rows.push_back({missing.input, missing.document, missing.decides});
    section.blocks.push_back(table.rows.empty() ? said(say("answer.nothing_missing")) : table_of(table));
    return section;
}

void add_claim(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
               Sections& sections) {
    if (!audit.is_claimed(zone)) return;
    const std::string& name = audit.zones[zone].zone.name;
    const PlainTable reported = reported_table(say, results, zone);
    if (!reported.rows.empty())
        sections.push_back({"reported", name, 3, say("section.reported"), {table_of(reported)}});
    if (const ClaimSplit* const split = split_of(results, zone)) {
        sections.push_back({"split", name, 3, say("section.split"), {table_of(split_table(say, *split))}});
    }
}

void add_estimated(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
                   Sections& sections) {
    const PlainTable estimated = estimated_table(say, audit, results, zone);
    if (estimated.rows.empty()) return;
    sections.push_back({"estimated", audit.zones[zone].zone.name, 3, say("section.estimated"), {table_of(estimated)}});
}

void add_readings(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
                  Sections& sections) {
    const PlainTable readings = one_change_table(say, audit, results, zone);
    if (readings.rows.empty()) return;
    const std::string& name = audit.zones[zone].zone.name;
    sections.push_back(
        {"readings", name, 3, say("section.readings"), {table_of(readings), said(say("answer.in_readings_csv"))}});
    const auto summary = std::ranges::find(results.summaries, zone, &ReadingsSummary::zone);
    if (summary == results.summaries.end() || summary->effects.empty()) return;
    sections.push_back({"effects", name, 3, say("section.effects"), {table_of(effects_table(say, *summary))}});
}

void add_question(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
                  Sections& sections) {
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end()) return;
    Section section{"question", audit.zones[zone].zone.name, 3, say("section.question"), {}};
    const PlainTable mixes = mix_table(say, audit, *question);
    if (!mixes.rows.empty()) section.blocks.push_back(table_of(mixes));
    if (!question->distances.empty()) section.blocks.push_back(table_of(distance_table(say, audit, *question)));
    add(BlockKind::list, question_sentences(say, audit, *question), section);
    if (!section.blocks.empty()) sections.push_back(section);
}

void add_project(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone,
                 Sections& sections) {
    const std::string& name = audit.zones[zone].zone.name;
    sections.push_back({"project", name, 2, say("section.project", {{"project", name}}), {}});
    add_claim(say, audit, results, zone, sections);
    add_estimated(say, audit, results, zone, sections);
    add_readings(say, audit, results, zone, sections);
    add_question(say, audit, results, zone, sections);
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr || !result->answer.given()) return;
    const Statement& statement = result->answer.value();
    sections.push_back(uncertainty_section(say, audit, results, zone));
    sections.push_back({"strata", name, 3, say("section.strata"), {table_of(strata_table(say, statement))}});
    sections.push_back({"years", name, 3, say("section.years"), {table_of(years_table(say, statement))}});
    sections.push_back({"ledger", name, 3, say("section.ledger"), {table_of(ledger_table(say, statement))}});
}

void add_units(const Strings& say, const AuditCase& audit, const AuditResult& results, Sections& sections) {
    if (results.unit_references.empty()) return;
    const PlainTable table = unit_table(say, audit, results);
    const std::size_t refused = results.unit_references.size() - table.rows.size();
    Section section{"units", "", 2, say("section.units"), {}};
    if (!table.rows.empty()) section.blocks.push_back(table_of(table));
    if (refused > 0) {
        section.blocks.push_back(
            said(say.counted(table.rows.empty() ? "answer.rows_refused" : "answer.more_rows_refused",
                             static_cast<std::int64_t>(refused))));
    }
    sections.push_back(section);
}

Section findings_section(const Strings& say, const Findings& findings) {
    PlainTable table{{say("column.severity"), say("column.finding"), say("column.about"), say("column.what"),
                      say("column.evidence")},
                     {},
                     {0, 1, 2, 3, 4}};
    for (const Severity severity : {Severity::contradiction, Severity::warning, Severity::note}) {
        for (const Finding& finding : findings) {
            if (finding.severity != severity) continue;
            table.rows.push_back(
                {std::string(to_string(severity)), finding.code, finding.subject, finding.message, finding.evidence});
        }
    }
    return {"findings",
            "",
            2,
            say("section.findings"),
            {table.rows.empty() ? said(say("answer.no_finding")) : table_of(table)}};
}

void add_sources(const Strings& say, const AuditCase& audit, Sections& sections) {
    sections.push_back({"sources", "", 2, say("section.sources"), {list_of(source_lines(say, audit))}});
    for (const CarbonTable& factors : audit.factor_sets) {
        sections.push_back({"factors",
                            "",
                            3,
                            say("section.factors", {{"name", factors.name}}),
                            {table_of(factor_table(say, factors))}});
    }
}

/// What a reader of forest types must know: the map has one date, the loss has many.
void add_strata_note(const Strings& say, const AuditCase& audit, const AuditResult& results, Section& section) {
    if (!results.default_reading.strata_map) return;
    const StrataMap& map = audit.maps[*results.default_reading.strata_map];
    section.blocks.push_back(said(say("answer.types_of_map", {{"map", map.name}, {"year", std::to_string(map.year)}})));
}

void add_mapped(const Strings& say, const AuditCase& audit, const AuditResult& results, Sections& sections) {
    if (!audit.has_pixels()) return;
    Section loss{"loss", "", 2, say("section.loss"), {}};
    add_strata_note(say, audit, results, loss);
    loss.blocks.push_back(table_of(loss_table(say, audit, results)));
    sections.push_back(loss);
    sections.push_back({"canopy", "", 2, say("section.canopy"), {table_of(canopy_table(say, audit, results))}});
}

}  // namespace

Document report_document(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    Document document{audit.title, label_text(say, audit), {answer_section(say, audit, results)}};
    Sections& sections = document.sections;
    add_claim_alone(say, results, sections);
    sections.push_back(missing_section(say, results));
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) add_project(say, audit, results, zone, sections);
    }
    sections.push_back({"choices", "", 2, say("section.choices"), {list_of(choice_lines(say, audit, results))}});
    add_units(say, audit, results, sections);
    add_mapped(say, audit, results, sections);
    sections.push_back(findings_section(say, results.findings));
    add_sources(say, audit, sections);
    return document;
}

}  // namespace reddline::report
