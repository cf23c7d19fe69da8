#include "accounting/output_difference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace reddline::accounting {

namespace {

using RowKey = std::tuple<std::string, std::string, LossYear>;
using RowByKey = std::map<RowKey, LossDifference>;

const ZoneExtent* zone_named(const std::vector<ZoneExtent>& zones, const std::string& name) {
    const auto found = std::ranges::find_if(zones, [&](const ZoneExtent& extent) { return extent.zone.name == name; });
    return found == zones.end() ? nullptr : &*found;
}

void match_zones(const StatedOutput& a, const StatedOutput& b, OutputDifference& difference) {
    for (const ZoneExtent& extent : a.zones) {
        const ZoneExtent* const other = zone_named(b.zones, extent.zone.name);
        if (other == nullptr) {
            difference.only_a.push_back(extent.zone.name);
        } else {
            difference.zones.push_back({extent.zone.name, extent.inside, other->inside});
        }
    }
    for (const ZoneExtent& extent : b.zones) {
        if (zone_named(a.zones, extent.zone.name) == nullptr) difference.only_b.push_back(extent.zone.name);
    }
}

/// Facts that the comparison is about, or that change nothing.
bool is_expected_to_differ(const std::string& fact) {
    return fact.starts_with("loss.") || fact == "label";
}

void compare_facts(const StatedOutput& a, const StatedOutput& b, OutputDifference& difference) {
    std::map<std::string, FactDifference> facts;
    for (const CountFact& fact : a.facts)
        facts[fact.name].a = fact.value;
    for (const CountFact& fact : b.facts)
        facts[fact.name].b = fact.value;
    for (auto& [name, fact] : facts) {
        fact.name = name;
        if (fact.a != fact.b && !is_expected_to_differ(name)) difference.facts.push_back(fact);
    }
}

void compare_tables(const StatedOutput& a, const StatedOutput& b, OutputDifference& difference) {
    for (const InputFile& table : a.tables) {
        const auto other = std::ranges::find(b.tables, table.path, &InputFile::path);
        if (other != b.tables.end() && other->sha256 != table.sha256) difference.tables.push_back(table.path);
    }
}

LossDifference& row_of(const StatedLoss& loss, RowByKey& rows) {
    const LossDifference row{loss.zone, loss.stratum, loss.year, {}, {}, {}, {}};
    return rows.try_emplace({loss.zone, loss.stratum, loss.year}, row).first->second;
}

bool covers(const StatedOutput& output, LossYear year) {
    return output.codes.code_of(year).has_value();
}

/// Says what a run means by not listing a stratum in a year that it covers: none of it was lost.
void fill_gap(bool is_covered, std::optional<Hectares>& area, std::optional<TonnesCO2e>& emission) {
    if (!is_covered || area) return;
    area = Hectares{};
    emission = TonnesCO2e{};
}

/// True when the first row moved more: tonnes decide, then hectares, then the order of the names.
bool moved_more(const LossDifference& one, const LossDifference& other) {
    const auto size = [](const auto& amount) { return amount ? std::abs(amount->value()) : -1.0; };
    return std::tuple(size(one.more_emission()), size(one.more())) >
           std::tuple(size(other.more_emission()), size(other.more()));
}

}  // namespace

OutputDifference output_difference(const StatedOutput& a, const StatedOutput& b) {
    OutputDifference difference;
    match_zones(a, b, difference);
    compare_facts(a, b, difference);
    compare_tables(a, b, difference);
    RowByKey rows;
    for (const StatedLoss& loss : a.losses) {
        LossDifference& row = row_of(loss, rows);
        row.a = loss.area;
        row.a_emission = loss.emission;
    }
    for (const StatedLoss& loss : b.losses) {
        LossDifference& row = row_of(loss, rows);
        row.b = loss.area;
        row.b_emission = loss.emission;
    }
    for (auto& [key, row] : rows) {
        const bool is_in_both =
            std::ranges::find(difference.zones, row.zone, &ZonePair::zone) != difference.zones.end();
        if (!is_in_both) continue;
        fill_gap(covers(a, row.year), row.a, row.a_emission);
        fill_gap(covers(b, row.year), row.b, row.b_emission);
        (row.a && row.b ? difference.common : difference.uncovered).push_back(row);
    }
    std::ranges::stable_sort(difference.common, moved_more);
    return difference;
}

}  // namespace reddline::accounting
