#include "report/output_difference_text.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/csv_text.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_rows = 20;
constexpr std::size_t shown_facts = 8;
constexpr std::string_view label_separator = "; ";
constexpr const char* hanging = "    ";  // what goes on stands under what began

/// What a label says, one by one.
std::vector<std::string> label_parts(const std::string& label) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < label.size()) {
        const std::size_t end = std::min(label.find(label_separator, begin), label.size());
        parts.push_back(label.substr(begin, end - begin));
        begin = end + label_separator.size();
    }
    return parts;
}

template <class Unit>
std::string rounded(const std::optional<Quantity<Unit>>& amount, int decimals) {
    return amount ? grouped(amount->value(), decimals) : "-";
}

std::string stratum_name(const std::string& stratum) {
    return stratum.empty() ? "(no stratum)" : stratum;
}

std::string covered_by(const LossDifference& row) {
    if (row.a && row.b) return "both";
    return row.a ? "A" : "B";
}

/// Sums of one zone over the years that both releases cover; tonnes where both runs state them.
struct ZoneSum {
    Hectares a;
    Hectares b;
    TonnesCO2e a_emission;
    TonnesCO2e b_emission;
};

std::map<std::string, ZoneSum> sums_by_zone(const OutputDifference& difference) {
    std::map<std::string, ZoneSum> sums;
    for (const LossDifference& row : difference.common) {
        ZoneSum& sum = sums[row.zone];
        sum.a += *row.a;
        sum.b += *row.b;
        if (!row.more_emission()) continue;
        sum.a_emission += *row.a_emission;
        sum.b_emission += *row.b_emission;
    }
    return sums;
}

std::string years_text(const LossCodes& codes) {
    return std::to_string(codes.first().value()) + " to " + std::to_string(codes.last().value());
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "'" : ", '") + name + "'";
    return text;
}

std::string heads_text(const StatedOutput& a, const StatedOutput& b) {
    std::string text = "A: loss product " + a.release + ", " + years_text(a.codes) + "\n" + "B: loss product " +
                       b.release + ", " + years_text(b.codes) + "\n";
    if (!joint_label(a, b).empty()) text += wrapped("[" + joint_label(a, b) + "]", hanging);
    if (a.release == b.release) {
        text += "Both rest on the same release, so what differs below is not due to it.\n";
    } else {
        text += wrapped(
            "Two releases of the loss product are never chained: a later release is another reading of all years, and "
            "its further years do not extend the earlier one.",
            hanging);
    }
    return text;
}

/// Why the difference is not that of the releases alone; or that it is.
std::string conditions_text(const StatedOutput& a, const StatedOutput& b, const OutputDifference& difference) {
    std::string text;
    for (const ZonePair& pair : difference.zones) {
        if (pair.a == pair.b) continue;
        text += wrapped("The zone '" + pair.zone +
                            "' is not the same area: " + grouped(hectares(pair.a.area_cm2).value(), 1) + " ha in A, " +
                            grouped(hectares(pair.b.area_cm2).value(), 1) + " ha in B.",
                        hanging);
    }
    if (!difference.only_a.empty()) text += wrapped("In A alone: zone " + listed(difference.only_a) + ".", hanging);
    if (!difference.only_b.empty()) text += wrapped("In B alone: zone " + listed(difference.only_b) + ".", hanging);
    if (a.default_reading != b.default_reading) {
        text += "The default readings differ, so the difference is not that of the release alone:\n" +
                wrapped("  A: " + a.default_reading, hanging) + wrapped("  B: " + b.default_reading, hanging);
    }
    std::size_t shown = 0;
    for (const FactDifference& fact : difference.facts) {
        if (shown++ == shown_facts) break;
        text += wrapped("Counted differently: " + fact.name + " is '" + fact.a + "' in A and '" + fact.b + "' in B.",
                        hanging);
    }
    if (difference.facts.size() > shown_facts) {
        text += "and " + std::to_string(difference.facts.size() - shown_facts) + " more such settings.\n";
    }
    if (!difference.tables.empty()) {
        text += wrapped(
            "Not the same content in both, so tonnes may differ for that: " + listed(difference.tables) + ".", hanging);
    }
    return text.empty() ? "Zones, maps, tables and default reading are the same in both.\n" : text;
}

PlainTable rows_table(const std::vector<LossDifference>& rows) {
    PlainTable table{{"zone", "stratum", "year", "A ha", "B ha", "B - A ha", "B - A tCO2e"}, {}, {0, 1}};
    for (const LossDifference& row : rows) {
        if (row.more() == Hectares{} || table.rows.size() == shown_rows) continue;
        table.rows.push_back({row.zone, stratum_name(row.stratum), std::to_string(row.year.value()), rounded(row.a, 1),
                              rounded(row.b, 1), rounded(row.more(), 1), rounded(row.more_emission(), 0)});
    }
    return table;
}

PlainTable sums_table(const OutputDifference& difference) {
    PlainTable table{{"zone", "A ha", "B ha", "B - A ha", "B - A tCO2e"}, {}};
    for (const auto& [zone, sum] : sums_by_zone(difference)) {
        table.rows.push_back({zone, grouped(sum.a.value(), 1), grouped(sum.b.value(), 1),
                              grouped((sum.b - sum.a).value(), 1),
                              grouped((sum.b_emission - sum.a_emission).value(), 0)});
    }
    return table;
}

std::string moved_text(const OutputDifference& difference) {
    std::size_t moved = 0;
    for (const LossDifference& row : difference.common)
        moved += row.more() == Hectares{} ? 0 : 1;
    if (difference.common.empty()) return "\nThere is no year that both cover in a zone of both.\n";
    std::string text = "\nIn the years that both cover, loss of " + std::to_string(moved) + " of " +
                       std::to_string(difference.common.size()) +
                       " rows (zone, stratum and year) differs; sums by zone:\n" +
                       aligned(sums_table(difference), "  ");
    if (moved == 0) return text;
    text += "\nWhat moved most, by tCO2e and then by ha:\n" + aligned(rows_table(difference.common), "  ");
    if (moved > shown_rows) text += "  and " + std::to_string(moved - shown_rows) + " more; -o DIR writes them all\n";
    return text;
}

/// Loss by the release and year that the other does not cover; a sum over strata.
std::string uncovered_text(const OutputDifference& difference) {
    std::map<std::pair<std::string, int>, std::pair<std::string, Hectares>> sums;
    for (const LossDifference& row : difference.uncovered) {
        auto& [run, lost] = sums[{row.zone, row.year.value()}];
        run = covered_by(row);
        lost += row.a ? *row.a : *row.b;
    }
    if (sums.empty()) return {};
    PlainTable table{{"zone", "year", "covered by", "ha"}, {}, {0, 2}};
    for (const auto& [key, sum] : sums)
        table.rows.push_back({key.first, std::to_string(key.second), sum.first, grouped(sum.second.value(), 1)});
    return "\nYears that one of them covers alone; the other says nothing of them, which is not 0:\n" +
           aligned(table, "  ");
}

}  // namespace

std::string joint_label(const StatedOutput& a, const StatedOutput& b) {
    const std::vector<std::string> said = label_parts(a.label);
    std::string joint = a.label;
    for (const std::string& part : label_parts(b.label)) {
        if (std::ranges::find(said, part) != said.end()) continue;
        joint += joint.empty() ? "" : label_separator;
        joint += part;
    }
    return joint;
}

std::string output_difference_csv(const StatedOutput& a, const StatedOutput& b, const OutputDifference& difference) {
    CsvText csv({"zone", "stratum", "year", "covered_by", "a_ha", "b_ha", "difference_ha", "a_tCO2e", "b_tCO2e",
                 "difference_tCO2e", "a_release", "b_release", "label"});
    for (const auto* rows : {&difference.common, &difference.uncovered}) {
        for (const LossDifference& row : *rows) {
            csv.add({row.zone, row.stratum, std::to_string(row.year.value()), covered_by(row), number_field(row.a),
                     number_field(row.b), number_field(row.more()), number_field(row.a_emission),
                     number_field(row.b_emission), number_field(row.more_emission()), a.release, b.release,
                     joint_label(a, b)});
        }
    }
    return csv.text();
}

std::string output_difference_text(const StatedOutput& a, const StatedOutput& b, const OutputDifference& difference) {
    return heads_text(a, b) + conditions_text(a, b, difference) + moved_text(difference) + uncovered_text(difference);
}

}  // namespace reddline::report
