#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "domain/reading_scope.hpp"
#include "report/html_page.hpp"
#include "report/json_report.hpp"
#include "report/map_json.hpp"
#include "report/page_files.hpp"
#include "report/strings.hpp"
#include "report/summary.hpp"
#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using Json = nlohmann::ordered_json;
using testing::IsEmpty;

/// The sentence in the brackets of the pseudo-language, longer, and what fills its places in brackets of their own.
std::string bracketed(const std::string& sentence) {
    return "⟦" + std::regex_replace(sentence, std::regex(R"(\{\w+\})"), "⟪$&⟫") + " ~~~~~~~~⟧";
}

/// English with every sentence in brackets, and other marks in its numbers.
Strings pseudo_language() {
    Json table = Json::parse(english_strings);
    table["language"] = "xx";
    table["decimal_mark"] = "·";
    table["group_mark"] = "’";
    for (Json& sentence : table["sentences"]) {
        if (sentence.is_string()) {
            sentence = bracketed(sentence.get<std::string>());
        } else {
            for (Json& form : sentence)
                form = bracketed(form.get<std::string>());
        }
    }
    return Strings(table.dump());
}

/// The text that stands in no sentence of the table: outside ⟦⟧, or in a place of one.
std::string outside_sentences(const std::string& text) {
    std::string outside;
    std::vector<bool> is_sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string bracket = text.substr(i, 3);
        if (bracket == "⟦" || bracket == "⟪") {
            is_sentence.push_back(bracket == "⟦");
            i += 2;
        } else if (bracket == "⟧" || bracket == "⟫") {
            is_sentence.pop_back();
            i += 2;
        } else if (is_sentence.empty() || !is_sentence.back()) {
            outside += text[i];
            continue;
        }
        outside += '|';
    }
    return outside;
}

/// All strings that audit.json has for programs: names from the input, names of values, and what stays English.
void add_strings(const Json& json, std::set<std::string>& strings) {
    if (json.is_string()) strings.insert(json.get<std::string>());
    if (!json.is_structured()) return;
    for (const auto& [key, value] : json.items()) {
        if (key != "report" && key != "label") add_strings(value, strings);
    }
}

std::vector<std::string> english_on_purpose(const AuditCase& audit, const AuditResult& results) {
    std::set<std::string> strings;
    add_strings(Json::parse(audit_json(english(), audit, results)), strings);
    for (const Choice choice : all_choices())
        strings.insert(std::string(to_string(choice)));
    for (const auto& factors : audit.factor_sets) {
        strings.insert(factors.name);
        for (const auto& entry : factors.stocks)
            strings.insert({entry.first, entry.second.source()});
    }
    for (const Deduction& deduction : audit.deductions)
        strings.insert({deduction.name, deduction.source});
    for (const ZoneStatement& statement : results.statements) {
        if (!statement.answer.given()) continue;
        for (const Posting& posting : statement.answer.value().ledger.postings())
            strings.insert(std::string(to_string(posting.account)) + " (" + posting.text + ")");
    }
    for (const StrataMap& map : audit.maps)
        strings.insert({map.name, std::string(to_string(map.role)), map.legend.source()});
    for (const SolvedInput& solved : results.claim_alone)
        strings.insert({solved.input, solved.remark});
    for (const ZoneExtent& extent : audit.zones)
        strings.insert(std::string(to_string(extent.zone.role)));
    for (const char* const unit : {"ha", "tCO2e", "tC", "km", "m", "SHA-256", "-o DIR", "{credits}", "{choices}"})
        strings.insert(unit);
    // These are names of values as well, but where people read them the table has the words.
    for (const char* const word : {"expected", "mapped", "computed", "refused", "forest", "credits"})
        strings.erase(word);
    std::vector<std::string> longest_first(strings.begin(), strings.end());
    std::ranges::stable_sort(longest_first, std::ranges::greater{}, &std::string::size);
    return longest_first;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The text without a phrase, wherever it stands as whole words.
std::string without(std::string text, const std::string& phrase) {
    for (std::size_t at = text.find(phrase); at != std::string::npos && !phrase.empty(); at = text.find(phrase, at)) {
        const std::size_t end = at + phrase.size();
        const bool is_whole = (at == 0 || !is_word(text[at - 1]) || !is_word(phrase.front())) &&
                              (end == text.size() || !is_word(text[end]) || !is_word(phrase.back()));
        if (is_whole) text.replace(at, phrase.size(), "|");
        ++at;
    }
    return text;
}

/// Words and numbers with marks that no sentence of the table, no name and no value accounts for.
std::vector<std::string> left_over(const std::string& text, const std::vector<std::string>& phrases) {
    std::string rest = std::regex_replace(outside_sentences(text), std::regex(R"(\s+)"), " ");
    rest = std::regex_replace(rest, std::regex(R"([\w/-]+\.(csv|json|md|tif|png))"), "|");
    for (const std::string& phrase : phrases)
        rest = without(rest, phrase);
    std::vector<std::string> words;
    const std::regex word(R"([A-Za-z][A-Za-z ]*|[0-9]+[.,][0-9]+)");
    for (std::sregex_iterator found(rest.begin(), rest.end(), word), end; found != end; ++found)
        words.push_back(found->str());
    return words;
}

/// What a reader or a screen reader gets of a page: text, labels, and the data of its figures.
std::string said_by(std::string html) {
    const std::string start = R"(id="figures">)";
    const std::size_t data = html.find(start) + start.size();
    Json figures = Json::parse(html.substr(data, html.find("</script>", data) - data));
    for (Json& figure : figures) {
        for (Json& series : figure["series"])
            series.erase("colour");
    }
    std::set<std::string> strings;
    add_strings(figures, strings);
    std::string text;
    for (const std::string& one : strings)
        text += one + "\n";
    for (const char* const element : {"style", "script"}) {
        const std::string opening = std::string("<") + element;
        const std::string closing = std::string("</") + element + ">";
        for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening))
            html.erase(at, html.find(closing, at) + closing.size() - at);
    }
    html = std::regex_replace(html, std::regex(R"rx(<[^>]*aria-label="([^"]*)"[^>]*>)rx"), "\n$1\n");
    html = std::regex_replace(html, std::regex(R"(<[^>]*>)"), "\n");
    for (const auto& [entity, letter] : {std::pair("&#39;", "'"), std::pair("&quot;", "\""), std::pair("&lt;", "<"),
                                         std::pair("&gt;", ">"), std::pair("&amp;", "&")})
        html = std::regex_replace(html, std::regex(entity), letter);
    return text + html;
}

/// Both pages and the summary leave nothing over.
void expect_all_from_table(const AuditCase& audit, const AuditResult& results, const std::optional<MapFiles>& maps) {
    const Strings say = pseudo_language();
    const Pages pages = pages_of(say, audit_json(say, audit, results), "audit.json", {}, maps);
    const std::vector<std::string> phrases = english_on_purpose(audit, results);
    EXPECT_THAT(left_over(said_by(pages.html), phrases), IsEmpty());
    EXPECT_THAT(left_over(pages.markdown, phrases), IsEmpty());
    EXPECT_THAT(left_over(summary_text(say, audit, results), phrases), IsEmpty());
    EXPECT_THAT(pages.html, testing::HasSubstr("<html lang=\"xx\">"));
}

MapFiles map_of(const AuditCase& audit) {
    const MapFrame frame{"loss_year.png", 2, 400, 300, 60.0, {{{{0.0, 0.0}, {400.0, 0.0}, {200.0, 300.0}}}, {}}};
    return {"maps.json", maps_json(audit, worked_result().default_reading, map_sheets(audit), frame), "PNG"};
}

TEST(PseudoLanguage, HasEverySentenceOfAClaimedProject) {
    AuditResult results = claimed_result();
    results.missing = {{"deductions ([deductions])", "the programme's rules", "what is held back"}};
    results.canopy = {{park, {.canopy_pct = 30}, {1, 12'345'678'900}, {1, 5'000'000'000}, {}}};
    expect_all_from_table(claimed_case(), results, map_of(claimed_case()));
}

TEST(PseudoLanguage, HasEverySentenceOfAClaimFromTablesAlone) {
    AuditResult results = tables_result();
    const Reading reading = reported_reading();
    results.claim_alone = {
        {park, std::nullopt, SolveTarget::break_even, "share of bamboo", "share", std::nullopt, 0.25, "of all"},
        {park, reading, SolveTarget::claim, "forest of bamboo", "ha", std::nullopt, 1'234.5, ""}};
    expect_all_from_table(tables_case(), results, std::nullopt);
}

TEST(PseudoLanguage, HasEverySentenceOfRefusedReadingsAndOfSeveralProjects) {
    AuditCase audit = claimed_case();
    AuditResult results = refused_result("no carbon factors");
    add_project("second", audit, results);
    expect_all_from_table(audit, results, std::nullopt);
    audit.claim->zone = "";
    expect_all_from_table(audit, results, std::nullopt);
}

TEST(PseudoLanguage, HasEverySentenceOfZonesThatAreNoProject) {
    AuditCase audit = worked_case();
    AuditResult results = worked_result();
    audit.zones.front().zone.role = ZoneRole::other;
    results.statements.clear();
    expect_all_from_table(audit, results, std::nullopt);
}

TEST(PseudoLanguage, IsNotFoundInAPageThatSpeaksEnglish) {
    const AuditCase audit = claimed_case();
    const AuditResult results = claimed_result();
    const Pages pages = pages_of(english(), audit_json(pseudo_language(), audit, results), "audit.json", {}, {});
    EXPECT_THAT(left_over(said_by(pages.html), english_on_purpose(audit, results)),
                testing::Contains("that can be computed"));
}

}  // namespace
}  // namespace reddline::report
