#include "inputs/readings_entry.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "domain/number_text.hpp"

namespace reddline::inputs {

namespace {

/// The words of a type, as tables show them.
template <class... Values>
std::vector<std::string> words(Values... values) {
    return {std::string(to_string(values))...};
}

/// All values of a choice whose values do not depend on the inputs; empty for the others.
std::vector<std::string> words_of(Choice choice) {
    switch (choice) {
        case Choice::route:
            return words(Route::loss, Route::maps, Route::reported, Route::sample);
        case Choice::canopy_rule:
            return words(CanopyRule::greater, CanopyRule::at_least);
        case Choice::annualise:
            return words(Annualise::linear, Annualise::compound, Annualise::matrix_root);
        case Choice::intervals:
            return words(Intervals::pooled, Intervals::mean);
        case Choice::arcs:
            return words(Arcs::option_1, Arcs::option_2);
        case Choice::areas:
            return words(AreaModel::constant, AreaModel::markov);
        case Choice::post:
            return words(PostStock::post_stock, PostStock::zero);
        case Choice::strata:
        case Choice::canopy_pct:
        case Choice::min_area:
        case Choice::factors:
        case Choice::reference:
            return {};
    }
    return {};
}

std::string read_value(const TomlField& field, Choice choice) {
    if (choice == Choice::canopy_pct) return shortest(field.number(0.0, 100.0));
    if (choice == Choice::min_area) return shortest(field.number(0.0, std::numeric_limits<double>::infinity()));
    const std::vector<std::string> known = words_of(choice);
    return known.empty() ? field.text() : field.choice(known);
}

std::vector<ListedValue> read_values(const TomlField& list, Choice choice) {
    std::vector<ListedValue> values;
    for (const TomlField& field : list.one_or_more()) {
        const ListedValue value{read_value(field, choice), field.place()};
        if (std::ranges::find(values, value.text, &ListedValue::text) != values.end())
            field.fail("every value once", "remove it");
        values.push_back(value);
    }
    return values;
}

}  // namespace

ReadingLimits read_reading_limits(const TomlTable& audit_file) {
    ReadingLimits limits;
    const auto section = audit_file.find("readings");
    if (!section) return limits;
    const TomlTable readings = section->table();
    std::vector<std::string> columns;
    for (const Choice choice : all_choices())
        columns.emplace_back(to_string(choice));
    readings.expect_keys({}, columns);
    for (const Choice choice : all_choices()) {
        if (const auto list = readings.find(to_string(choice))) limits.emplace(choice, read_values(*list, choice));
    }
    return limits;
}

}  // namespace reddline::inputs
