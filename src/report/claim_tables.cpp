#include "report/claim_tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>

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
std::string text_of(const Strings& say, const std::optional<Quantity<Unit>>& amount, int decimals) {
    return amount ? say.grouped(amount->value(), decimals) : say("cell.not_known");
}

template <class Unit>
std::string difference_text(const Strings& say, const std::optional<Quantity<Unit>>& reported,
                            const std::optional<Quantity<Unit>>& mapped, int decimals) {
    return reported && mapped ? say.grouped((*reported - *mapped).value(), decimals) : say("cell.not_known");
}

std::string words_of(const Strings& say, ClaimPart part) {
    switch (part) {
        case ClaimPart::reference_level:
            return say("part.reference_level");
        case ClaimPart::hectares:
            return say("part.hectares");
        case ClaimPart::strata:
            return say("part.strata");
        case ClaimPart::factors:
            return say("part.factors");
        case ClaimPart::displaced:
            return say("part.displaced");
        case ClaimPart::deductions:
            return say("part.deductions");
        case ClaimPart::excess_emissions:
            return say("part.excess_emissions");
        case ClaimPart::not_itemised:
            return say("part.not_itemised");
    }
    return {};
}

std::string settling_document(const Strings& say, ClaimPart part) {
    switch (part) {
        case ClaimPart::reference_level:
            return say("settles.reference_level");
        case ClaimPart::hectares:
            return say("settles.hectares");
        case ClaimPart::strata:
            return say("settles.strata");
        case ClaimPart::factors:
            return say("settles.factors");
        case ClaimPart::displaced:
            return say("settles.displaced");
        case ClaimPart::deductions:
            return say("settles.deductions");
        case ClaimPart::excess_emissions:
            return say("settles.excess_emissions");
        case ClaimPart::not_itemised:
            return say("settles.not_itemised");
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

std::string tonnes(const Strings& say, std::int64_t kg) {
    return say.grouped(static_cast<double>(kg) / 1000.0, 0);
}

/// "9,319 by the reference level".
std::string part_text(const Strings& say, const ClaimDifference& part) {
    return say("claim.part", {{"amount", tonnes(say, part.amount_kgCO2e)}, {"part", words_of(say, part.part)}});
}

bool is_equal(const ClaimSplit& split) {
    return split.claimed_kgCO2e == split.recomputed_kgCO2e;
}

/// How far the claim is from the default reading, without a stop.
std::string distance_text(const Strings& say, const ClaimSplit& split) {
    const std::int64_t difference_kg = split.claimed_kgCO2e - split.recomputed_kgCO2e;
    if (difference_kg == 0) return say("claim.equal");
    return say(difference_kg > 0 ? "claim.above" : "claim.below", {{"amount", tonnes(say, std::abs(difference_kg))}});
}

/// The forest type whose reported loss differs most from the mapped one: in tonnes where those of all types are known,
/// else in hectares.
std::string disagreement_sentence(const Strings& say, const std::map<std::string, Sides>& sides) {
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
        return say("claim.loss_agrees");
    const Sides& side = most->second;
    const std::string reported = say.grouped(side.reported->value(), 1);
    const std::string mapped = say.grouped(side.mapped->value(), 1);
    if (!has_both_emissions(side))
        return say("claim.loss_differs", {{"stratum", most->first}, {"reported", reported}, {"mapped", mapped}});
    const double more_tCO2e = (*side.mapped_emission - *side.reported_emission).value();
    return say(more_tCO2e >= 0.0 ? "claim.loss_differs_more" : "claim.loss_differs_less",
               {{"stratum", most->first},
                {"reported", reported},
                {"mapped", mapped},
                {"emission", say.grouped(std::abs(more_tCO2e), 0)}});
}

/// What is claimed, and by whom; empty where the claim states no credits.
std::string claimed_sentence(const Strings& say, const Claim& claim) {
    const auto amount = claim.amount(ClaimItem::credits);
    if (!amount) return {};
    const std::string credits = say.grouped(amount->value(), 0);
    if (!claim.lost_area) return say("claim.credits", {{"credits", credits}, {"source", claim.source}});
    return say("claim.credits_and_loss",
               {{"credits", credits}, {"area", say.grouped(claim.lost_area->value(), 1)}, {"source", claim.source}});
}

/// What the reported hectares would emit if their forest types were those of the evidence (Eq. 25).
std::string relabelling_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                 std::size_t zone) {
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end() || question->relabellings.empty()) return {};
    const std::string reported = say.grouped(question->relabellings.front().reported.value(), 0);
    std::string evidence;
    for (const Relabelling& relabelling : question->relabellings) {
        const std::string& map = audit.maps[relabelling.map].name;
        if (map == audit.claim->strata_map) continue;  // the claim's own labels are no evidence about them
        const std::string emission = say.grouped(relabelling.audited.value(), 0);
        evidence = evidence.empty() ? say("claim.emission_by_map", {{"map", map}, {"emission", emission}})
                                    : say("claim.emission_by_one_more",
                                          {{"others", evidence}, {"map", map}, {"emission", emission}});
    }
    if (evidence.empty()) return say("claim.emission_as_labelled", {{"emission", reported}});
    return say("claim.emission_relabelled", {{"emission", reported}, {"others", evidence}});
}

/// Every part of the difference; parts that read as 0 t are left out.
std::string split_sentence(const Strings& say, const ClaimSplit& split) {
    const std::string distance = distance_text(say, split);
    std::vector<std::string> parts;
    for (const ClaimDifference& part : split.parts) {
        if (tonnes(say, part.amount_kgCO2e) != "0") parts.push_back(part_text(say, part));
    }
    if (parts.empty()) return say("claim.distance", {{"distance", distance}});
    return say(is_equal(split) ? "claim.cancelling_parts" : "claim.parts",
               {{"distance", distance}, {"parts", say.joined("list.comma", parts)}});
}

/// The largest part of the difference.
std::string largest_sentence(const Strings& say, const ClaimSplit& split) {
    const std::string distance = distance_text(say, split);
    const ClaimDifference* const largest = largest_part(split);
    if (largest == nullptr) return say("claim.distance", {{"distance", distance}});
    return say(is_equal(split) ? "claim.largest_cancelling_part" : "claim.largest_part",
               {{"distance", distance}, {"part", part_text(say, *largest)}});
}

std::string settling_sentence(const Strings& say, const ClaimSplit& split) {
    const ClaimDifference* const largest = largest_part(split);
    if (largest == nullptr) return {};
    return say("claim.settling", {{"document", settling_document(say, largest->part)}});
}

/// The sentences that say something.
std::vector<std::string> said(std::initializer_list<std::string> sentences) {
    std::vector<std::string> found;
    std::ranges::copy_if(sentences, std::back_inserter(found), [](const auto& text) { return !text.empty(); });
    return found;
}

}  // namespace

PlainTable reported_table(const Strings& say, const AuditResult& results, std::size_t zone) {
    PlainTable table{
        {say("column.forest_type"), say("column.reported_ha"), say("column.mapped_ha"), say("column.difference_ha"),
         say("column.reported_tCO2e"), say("column.mapped_tCO2e"), say("column.difference_tCO2e")},
        {}};
    Sides total;
    const auto add_row = [&](const std::string& name, const Sides& side) {
        table.rows.push_back({name, text_of(say, side.reported, 1), text_of(say, side.mapped, 1),
                              difference_text(say, side.reported, side.mapped, 1),
                              text_of(say, side.reported_emission, 0), text_of(say, side.mapped_emission, 0),
                              difference_text(say, side.reported_emission, side.mapped_emission, 0)});
    };
    for (const auto& [stratum, side] : sides_of(results, zone)) {
        add_row(stratum, side);
        add(side, total);
    }
    if (!table.rows.empty()) add_row(say("cell.all"), total);
    return table;
}

PlainTable beside_reported(const Strings& say, PlainTable table, const AuditResult& results, std::size_t zone) {
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
    table.head.insert(table.head.end(), {say("column.reported_ha"), say("column.reported_tCO2e")});
    for (auto& row : table.rows) {
        const auto found = sides.find(row[0]);
        const Sides& side = &row == &table.rows.back() ? total : found == sides.end() ? Sides{} : found->second;
        row.insert(row.end(), {text_of(say, side.reported, 1), text_of(say, side.reported_emission, 0)});
    }
    return table;
}

PlainTable split_table(const Strings& say, const ClaimSplit& split) {
    PlainTable table{{say("column.part"), "tCO2e", say("column.compared")}, {}, {0, 2}};
    const auto add_row = [&](const std::string& name, std::int64_t kg, const std::string& text) {
        table.rows.push_back({name, say.grouped(static_cast<double>(kg) / 1000.0, 3), text});
    };
    add_row(say("split.recomputed"), split.recomputed_kgCO2e, say("split.under_default_reading"));
    for (const ClaimDifference& part : split.parts)
        add_row(words_of(say, part.part), part.amount_kgCO2e, part.text);
    add_row(say("split.claimed"), split.claimed_kgCO2e, say("split.sum"));
    return table;
}

const ClaimSplit* split_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.claim_splits, zone, &ClaimSplit::zone);
    return found == results.claim_splits.end() ? nullptr : &*found;
}

std::vector<std::string> open_claim_sentences(const Strings& say, const AuditCase& audit) {
    if (!audit.claim || !audit.claim->zone.empty()) return {};
    const std::string claimed = claimed_sentence(say, *audit.claim);
    if (claimed.empty()) return {};
    return {claimed, say("claim.speaks_of_no_zone")};
}

std::vector<std::string> claimed_sentences(const Strings& say, const AuditCase& audit, std::size_t zone) {
    if (!audit.is_claimed(zone)) return {};
    return said({claimed_sentence(say, *audit.claim)});
}

std::vector<std::string> dispute_sentences(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                           std::size_t zone) {
    if (!audit.is_claimed(zone)) return {};
    const ClaimSplit* const split = split_of(results, zone);
    return said({disagreement_sentence(say, sides_of(results, zone)), relabelling_sentence(say, audit, results, zone),
                 split == nullptr ? "" : largest_sentence(say, *split),
                 split == nullptr ? "" : settling_sentence(say, *split)});
}

std::vector<std::string> split_sentences(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                         std::size_t zone) {
    const ClaimSplit* const split = audit.is_claimed(zone) ? split_of(results, zone) : nullptr;
    if (split == nullptr) return {};
    return {split_sentence(say, *split)};
}

}  // namespace reddline::report
