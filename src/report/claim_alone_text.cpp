#include "report/claim_alone_text.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

/// Lowest and highest value over the readings, and the one of the default choices.
struct Range {
    std::string input;
    std::string unit;
    std::vector<std::optional<double>> needed;  ///< that of the default choices first
};

std::vector<Range> ranges_of(const std::vector<SolvedInput>& solved) {
    std::vector<Range> ranges;
    for (const SolvedInput& input : solved) {
        if (!input.reading) continue;
        auto found = std::ranges::find(ranges, input.input, &Range::input);
        if (found == ranges.end()) {
            ranges.push_back({input.input, input.unit, {}});
            found = ranges.end() - 1;
        }
        found->needed.push_back(input.needed);
    }
    return ranges;
}

}  // namespace

std::string solved_value_text(const Strings& say, const std::optional<double>& value, const std::string& unit) {
    if (!value) return "-";
    if (unit == "share") return say.grouped(100.0 * *value, 1) + " %";
    return say.grouped(*value, unit == "tCO2e" ? 0 : 1) + " " + unit;
}

std::vector<std::string> claim_alone_sentences(const Strings& say, const std::vector<SolvedInput>& solved) {
    std::vector<std::string> sentences;
    for (const SolvedInput& input : solved) {
        if (input.reading) continue;
        if (!input.needed) {
            const std::string sentence = say("claim_alone.cannot_be_said", {{"reason", input.remark}});
            if (std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
            continue;
        }
        sentences.push_back(say("claim_alone.vanish", {{"input", input.input},
                                                       {"value", solved_value_text(say, input.needed, input.unit)},
                                                       {"remark", input.remark}}));
    }
    return sentences;
}

PlainTable implied_forest_table(const Strings& say, const std::vector<SolvedInput>& solved) {
    PlainTable table{{say("column.implied_forest"), say("column.default_choices"), say("column.lowest"),
                      say("column.highest"), say("column.readings")},
                     {}};
    for (const Range& range : ranges_of(solved)) {
        std::vector<double> given;
        for (const auto& value : range.needed) {
            if (value) given.push_back(*value);
        }
        const auto end = [&](bool is_low) {
            if (given.empty()) return std::optional<double>{};
            return std::optional(is_low ? std::ranges::min(given) : std::ranges::max(given));
        };
        table.rows.push_back(
            {range.input, solved_value_text(say, range.needed.front(), range.unit),
             solved_value_text(say, end(true), range.unit), solved_value_text(say, end(false), range.unit),
             say("cell.some_of",
                 {{"some", std::to_string(given.size())}, {"all", std::to_string(range.needed.size())}})});
    }
    return table;
}

std::string claim_alone_text(const Strings& say, const std::vector<SolvedInput>& solved) {
    std::string text;
    for (const std::string& sentence : claim_alone_sentences(say, solved))
        text += (text.empty() ? "\n" : "") + wrapped(sentence, "    ");
    const PlainTable table = implied_forest_table(say, solved);
    return table.rows.empty() ? text : text + "\n" + aligned(table, "  ");
}

}  // namespace reddline::report
