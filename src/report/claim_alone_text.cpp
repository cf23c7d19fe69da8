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

std::string solved_value_text(const std::optional<double>& value, const std::string& unit) {
    if (!value) return "-";
    if (unit == "share") return grouped(100.0 * *value, 1) + " %";
    return grouped(*value, unit == "tCO2e" ? 0 : 1) + " " + unit;
}

std::vector<std::string> claim_alone_sentences(const std::vector<SolvedInput>& solved) {
    std::vector<std::string> sentences;
    for (const SolvedInput& input : solved) {
        if (input.reading) continue;
        if (!input.needed) {
            const std::string sentence = "At which forest types credits vanish cannot be said: " + input.remark + ".";
            if (std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
            continue;
        }
        sentences.push_back("Credits vanish at a " + input.input + ", of " +
                            solved_value_text(input.needed, input.unit) + " (" + input.remark + ").");
    }
    return sentences;
}

PlainTable implied_forest_table(const std::vector<SolvedInput>& solved) {
    PlainTable table{{"forest that the claim implies", "default choices", "lowest", "highest", "readings"}, {}};
    for (const Range& range : ranges_of(solved)) {
        std::vector<double> given;
        for (const auto& value : range.needed) {
            if (value) given.push_back(*value);
        }
        const auto end = [&](bool is_low) {
            if (given.empty()) return std::optional<double>{};
            return std::optional(is_low ? std::ranges::min(given) : std::ranges::max(given));
        };
        table.rows.push_back({range.input, solved_value_text(range.needed.front(), range.unit),
                              solved_value_text(end(true), range.unit), solved_value_text(end(false), range.unit),
                              std::to_string(given.size()) + " of " + std::to_string(range.needed.size())});
    }
    return table;
}

std::string claim_alone_text(const std::vector<SolvedInput>& solved) {
    std::string text;
    for (const std::string& sentence : claim_alone_sentences(solved))
        text += (text.empty() ? "\n" : "") + wrapped(sentence, "    ");
    const PlainTable table = implied_forest_table(solved);
    return table.rows.empty() ? text : text + "\n" + aligned(table, "  ");
}

}  // namespace reddline::report
