#include "report/claim_tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>

#include "domain/number_text.hpp"

namespace reddline::report {

namespace {

/// Reported and mapped loss of one forest type over the period; a sum is not known where one of its parts is not.
struct Sides {
    std::optional<Hectares> reported{Hectares{}};
    std::optional<Hectares> mapped{Hectares{}};
    std::optional<TonnesCO2e> reported_emission{TonnesCO2e{}};
    std::optional<TonnesCO2e> mapped_emission{TonnesCO2e{}};
};

template <class Unit>
void add(std::optional<Quantity<Unit>> amount, std::optional<Quantity<Unit>>& sum) {
    sum = amount && sum ? std::optional(*sum + *amount) : std::nullopt;
}

void add(const Sides& side, Sides& sum) {
    add(side.reported, sum.reported);
    add(side.mapped, sum.mapped);
    add(side.reported_emission, sum.reported_emission);
    add(side.mapped_emission, sum.mapped_emission);
}

std::map<std::string, Sides> sides_of(const AuditResult& results, std::size_t zone) {
    std::map<std::string, Sides> sides;
    for (const ClaimRow& row : results.claim_rows) {
        if (row.zone != zone) continue;
        add({row.reported, row.mapped, row.reported_emission, row.mapped_emission}, sides[row.stratum]);
    }
    return sides;
}

template <class Unit>
std::string text_of(const std::optional<Quantity<Unit>>& amount, int decimals) {
    return amount ? grouped(amount->value(), decimals) : "not known";
}

template <class Unit>
std::string difference_text(const std::optional<Quantity<Unit>>& reported, const std::optional<Quantity<Unit>>& mapped,
                            int decimals) {
    return reported && mapped ? grouped((*reported - *mapped).value(), decimals) : "not known";
}

std::string words_of(ClaimPart part) {
    switch (part) {
        case ClaimPart::reference_level:
            return "the reference level";
        case ClaimPart::hectares:
            return "how many hectares were lost";
        case ClaimPart::strata:
            return "which forest types were lost";
        case ClaimPart::factors:
            return "emissions per hectare";
        case ClaimPart::displaced:
            return "displaced emissions";
        case ClaimPart::deductions:
            return "deductions and rounding";
        case ClaimPart::excess_emissions:
            return "emissions above the reference level, which earn nothing";
        case ClaimPart::not_itemised:
            return "what the claim does not itemise";
    }
    return {};
}

std::string settling_document(ClaimPart part) {
    switch (part) {
        case ClaimPart::reference_level:
            return "the calculation of the reference level in the project design document, with the national matrices "
                   "and the area of each forest type";
        case ClaimPart::hectares:
            return "the change map behind the monitoring report's hectares";
        case ClaimPart::strata:
            return "the forest-type map behind the monitoring report's hectares, with its date, legend and accuracy";
        case ClaimPart::factors:
            return "the table of emission factors with its plot data";
        case ClaimPart::displaced:
            return "the boundary of the displacement belt and its activity data";
        case ClaimPart::deductions:
            return "the programme's rules for deductions and the verification report";
        case ClaimPart::excess_emissions:
            return "the documents behind the other parts; this one follows from them";
        case ClaimPart::not_itemised:
            return "the monitoring report's own calculation, item by item";
    }
    return {};
}

bool has_both_areas(const Sides& side) {
    return side.reported && side.mapped;
}

bool has_both_emissions(const Sides& side) {
    return side.reported_emission && side.mapped_emission;
}

/// The part of a difference that is largest in amount; null where none of them reads as a tonne.
const ClaimDifference* largest_part(const ClaimSplit& split) {
    const auto largest = std::ranges::max_element(
        split.parts, {}, [](const ClaimDifference& part) { return std::abs(part.amount_kgCO2e); });
    return largest == split.parts.end() || std::abs(largest->amount_kgCO2e) < 500 ? nullptr : &*largest;
}

std::string tonnes(std::int64_t kg) {
    return grouped(static_cast<double>(kg) / 1000.0, 0);
}

/// "9,319 by the reference level".
std::string part_text(const ClaimDifference& part) {
    return tonnes(part.amount_kgCO2e) + " by " + words_of(part.part);
}

/// How far the claim is from the default reading, without a stop; empty where it is not.
std::string distance_text(const ClaimSplit& split) {
    const std::int64_t difference_kg = split.claimed_kgCO2e - split.recomputed_kgCO2e;
    if (difference_kg == 0) return {};
    return "The claim is " + tonnes(std::abs(difference_kg)) + " tCO2e " + (difference_kg > 0 ? "above" : "below") +
           " the default reading";
}

/// The forest type whose reported loss differs most from the mapped one: in tonnes where those of all types are known,
/// else in hectares.
std::string disagreement_sentence(const std::map<std::string, Sides>& sides) {
    const auto of_all = [&](auto is_known) {
        return std::ranges::all_of(sides, [&](const auto& side) { return is_known(side.second); });
    };
    if (sides.empty() || !of_all(has_both_areas)) return {};
    const bool in_tonnes = of_all(has_both_emissions);
    const auto distance = [&](const auto& entry) {
        const Sides& side = entry.second;
        return in_tonnes ? std::abs((*side.reported_emission - *side.mapped_emission).value())
                         : std::abs((*side.reported - *side.mapped).value());
    };
    const auto most = std::ranges::max_element(sides, {}, distance);
    if (distance(*most) == 0.0 && of_all([](const Sides& side) { return side.reported == side.mapped; }))
        return "Reported and mapped loss agree in every forest type.";
    const Sides& side = most->second;
    std::string text = "Reported and mapped loss differ most in " + most->first + ": " +
                       grouped(side.reported->value(), 1) + " ha reported, " + grouped(side.mapped->value(), 1) +
                       " ha mapped";
    if (has_both_emissions(side)) {
        const double more_tCO2e = (*side.mapped_emission - *side.reported_emission).value();
        text += ": " + grouped(std::abs(more_tCO2e), 0) + " tCO2e " + (more_tCO2e >= 0.0 ? "more" : "less");
    }
    return text + ".";
}

/// What is claimed, and by whom; empty where the claim states no credits.
std::string claimed_sentence(const Claim& claim) {
    const auto credits = claim.amount(ClaimItem::credits);
    if (!credits) return {};
    const std::string loss = claim.lost_area ? ", " + grouped(claim.lost_area->value(), 1) + " ha lost" : std::string{};
    return "The claim: " + grouped(credits->value(), 0) + " credits" + loss + " (" + claim.source + ").";
}

/// What the reported hectares would emit if their forest types were those of the evidence (Eq. 25).
std::string relabelling_sentence(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end() || question->relabellings.empty()) return {};
    std::string text = "The reported hectares emit " + grouped(question->relabellings.front().reported.value(), 0) +
                       " tCO2e as labelled";
    std::string evidence;
    for (const Relabelling& relabelling : question->relabellings) {
        const std::string& map = audit.maps[relabelling.map].name;
        if (map == audit.claim->strata_map) continue;  // the claim's own labels are no evidence about them
        evidence += (evidence.empty() ? "; with the forest types of " : ", of ") + map + " " +
                    grouped(relabelling.audited.value(), 0);
    }
    text += evidence;
    return text + ".";
}

/// Every part of the difference; parts that read as 0 t are left out.
std::string split_sentence(const ClaimSplit& split) {
    const std::string distance = distance_text(split);
    std::string parts;
    for (const ClaimDifference& part : split.parts) {
        if (tonnes(part.amount_kgCO2e) != "0") parts += (parts.empty() ? ": " : ", ") + part_text(part);
    }
    if (distance.empty())
        return "The claim equals the default reading" + (parts.empty() ? "" : ", since its parts cancel out" + parts) +
               ".";
    return distance + parts + ".";
}

/// The largest part of the difference.
std::string largest_sentence(const ClaimSplit& split) {
    const std::string distance = distance_text(split);
    const ClaimDifference* const largest = largest_part(split);
    const std::string start = distance.empty() ? "The claim equals the default reading" : distance;
    if (largest == nullptr) return start + ".";
    return start + (distance.empty() ? ", since its parts cancel out" : "") + "; the largest part is " +
           part_text(*largest) + ".";
}

std::string settling_sentence(const ClaimSplit& split) {
    const ClaimDifference* const largest = largest_part(split);
    return largest == nullptr ? std::string{} : "What would settle that: " + settling_document(largest->part) + ".";
}

/// The sentences that say something.
std::vector<std::string> said(std::initializer_list<std::string> sentences) {
    std::vector<std::string> found;
    std::ranges::copy_if(sentences, std::back_inserter(found), [](const auto& text) { return !text.empty(); });
    return found;
}

}  // namespace

PlainTable reported_table(const AuditResult& results, std::size_t zone) {
    PlainTable table{{"forest type", "reported ha", "mapped ha", "difference ha", "reported tCO2e", "mapped tCO2e",
                      "difference tCO2e"},
                     {}};
    Sides total;
    const auto add_row = [&](const std::string& name, const Sides& side) {
        table.rows.push_back({name, text_of(side.reported, 1), text_of(side.mapped, 1),
                              difference_text(side.reported, side.mapped, 1), text_of(side.reported_emission, 0),
                              text_of(side.mapped_emission, 0),
                              difference_text(side.reported_emission, side.mapped_emission, 0)});
    };
    for (const auto& [stratum, side] : sides_of(results, zone)) {
        add_row(stratum, side);
        add(side, total);
    }
    if (!table.rows.empty()) add_row("all", total);
    return table;
}

PlainTable beside_reported(PlainTable table, const AuditResult& results, std::size_t zone) {
    const std::map<std::string, Sides> sides = sides_of(results, zone);
    if (sides.empty()) return table;
    Sides total;
    for (const auto& [stratum, side] : sides) {
        add(side, total);
        const bool is_there = std::ranges::any_of(table.rows, [&](const auto& row) { return row[0] == stratum; });
        if (is_there) continue;
        std::vector<std::string> row(table.head.size());
        row[0] = stratum;
        table.rows.insert(table.rows.end() - 1, row);
    }
    table.head.insert(table.head.end(), {"reported ha", "reported tCO2e"});
    for (auto& row : table.rows) {
        const auto found = sides.find(row[0]);
        const Sides& side = &row == &table.rows.back() ? total : found == sides.end() ? Sides{} : found->second;
        row.insert(row.end(), {text_of(side.reported, 1), text_of(side.reported_emission, 0)});
    }
    return table;
}

PlainTable split_table(const ClaimSplit& split) {
    PlainTable table{{"part", "tCO2e", "what is compared"}, {}, {0, 2}};
    const auto add_row = [&](const std::string& name, std::int64_t kg, const std::string& text) {
        table.rows.push_back({name, grouped(static_cast<double>(kg) / 1000.0, 3), text});
    };
    add_row("recomputed credits", split.recomputed_kgCO2e, "under the default reading");
    for (const ClaimDifference& part : split.parts)
        add_row(words_of(part.part), part.amount_kgCO2e, part.text);
    add_row("claimed credits", split.claimed_kgCO2e, "the sum of the above");
    return table;
}

const ClaimSplit* split_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.claim_splits, zone, &ClaimSplit::zone);
    return found == results.claim_splits.end() ? nullptr : &*found;
}

std::vector<std::string> open_claim_sentences(const AuditCase& audit) {
    if (!audit.claim || !audit.claim->zone.empty()) return {};
    const std::string claimed = claimed_sentence(*audit.claim);
    if (claimed.empty()) return {};
    return {claimed, "It speaks of none of the zones."};
}

std::vector<std::string> claimed_sentences(const AuditCase& audit, std::size_t zone) {
    if (!audit.is_claimed(zone)) return {};
    return said({claimed_sentence(*audit.claim)});
}

std::vector<std::string> dispute_sentences(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    if (!audit.is_claimed(zone)) return {};
    const ClaimSplit* const split = split_of(results, zone);
    return said({disagreement_sentence(sides_of(results, zone)), relabelling_sentence(audit, results, zone),
                 split == nullptr ? "" : largest_sentence(*split), split == nullptr ? "" : settling_sentence(*split)});
}

std::vector<std::string> split_sentences(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const ClaimSplit* const split = audit.is_claimed(zone) ? split_of(results, zone) : nullptr;
    if (split == nullptr) return {};
    return {split_sentence(*split)};
}

}  // namespace reddline::report
