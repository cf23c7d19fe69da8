#include "report/claim_csv.hpp"

#include <optional>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/csv_text.hpp"
#include "report/question_tables.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

template <class Unit>
std::string difference(const std::optional<Quantity<Unit>>& one, const std::optional<Quantity<Unit>>& other) {
    return one && other ? shortest((*one - *other).value()) : std::string{};
}

std::string map_name(const AuditCase& audit, const LossMix& mix) {
    return mix.map ? audit.maps[*mix.map].name : std::string{};
}

/// What a mix rests on: factors say which of the expected transitions count.
std::vector<Entered> entered(MixSource source) {
    switch (source) {
        case MixSource::expected:
            return {Entered::factors, Entered::reference_level};
        case MixSource::reported:
            return {Entered::claim};
        case MixSource::estimated:
            return {Entered::sample};
        case MixSource::mapped:
            return {};
    }
    return {};
}

void add_break_even(const std::string& zone, const std::string& quantity, const BreakEven& even,
                    const std::string& label, CsvText& csv) {
    csv.add(
        {zone, quantity, "", shortest(even.share), "share",
         "of " + grouped(even.lost.value(), 1) + " ha in " + even.high_stratum + ", the rest in " + even.low_stratum,
         label});
}

void add_bounds(const std::string& zone, const EmissionBounds& bounds, const std::string& label, CsvText& csv) {
    const std::string of = grouped(bounds.lost.value(), 1) + " ha all in ";
    csv.add({zone, "lowest_emission", "", shortest(bounds.lowest.value()), "tCO2e", of + bounds.lowest_stratum, label});
    csv.add(
        {zone, "highest_emission", "", shortest(bounds.highest.value()), "tCO2e", of + bounds.highest_stratum, label});
}

/// How the reported hectares are labelled.
std::string labelled_text(const StratumQuestion& question) {
    const Hectares became = became_forest(question);
    if (became <= Hectares{}) return "as labelled";
    return "as labelled, " + grouped(became.value(), 1) + " ha of it to another forest type";
}

void add_question(const AuditCase& audit, const StratumQuestion& question, CsvText& csv) {
    const std::string& zone = audit.zones[question.zone].zone.name;
    const std::string label =
        label_text(english(), audit, {Entered::factors, Entered::reference_level, Entered::claim});
    for (const MixDistance& distance : question.distances) {
        csv.add({zone, "consistency_index", "", shortest(distance.index), "0..1",
                 mix_name(english(), audit, question.mixes[distance.first]) + " against " +
                     mix_name(english(), audit, question.mixes[distance.second]),
                 label});
    }
    const std::string labelled = labelled_text(question);
    for (const Relabelling& relabelling : question.relabellings) {
        const std::string& map = audit.maps[relabelling.map].name;
        const std::string how = relabelling.by_stratum ? "type by type" : "mix of all loss";
        csv.add({zone, "reported_emission", map, shortest(relabelling.reported.value()), "tCO2e", labelled, label});
        csv.add({zone, "relabelled_emission", map, shortest(relabelling.audited.value()), "tCO2e", how, label});
        csv.add({zone, "relabelling_difference", map, shortest((relabelling.audited - relabelling.reported).value()),
                 "tCO2e", how, label});
    }
    if (question.bounds) add_bounds(zone, *question.bounds, label, csv);
    if (question.break_even) add_break_even(zone, "break_even_share", *question.break_even, label, csv);
    if (question.claimed_break_even)
        add_break_even(zone, "claimed_break_even_share", *question.claimed_break_even, label, csv);
}

}  // namespace

std::string claim_ledger_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "stratum", "year", "reported_ha", "reported_uncounted_ha", "mapped_ha", "estimated_ha",
                 "difference_ha", "reported_tCO2e", "mapped_tCO2e", "difference_tCO2e", "label"});
    for (const ClaimRow& row : results.claim_rows) {
        csv.add({audit.zones[row.zone].zone.name, row.stratum, std::to_string(row.year.value()),
                 number_field(row.reported), number_field(row.reported_uncounted), number_field(row.mapped),
                 number_field(row.estimated), difference(row.reported, row.mapped), number_field(row.reported_emission),
                 number_field(row.mapped_emission), difference(row.reported_emission, row.mapped_emission),
                 label_text(english(), audit, {Entered::factors, Entered::claim})});
    }
    return csv.text();
}

std::string claim_split_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "part", "amount_kgCO2e", "text", "label"});
    for (const ClaimSplit& split : results.claim_splits) {
        const std::string& zone = audit.zones[split.zone].zone.name;
        const auto add = [&](std::string_view part, std::int64_t kg, const std::string& text) {
            csv.add({zone, std::string(part), std::to_string(kg), text, label_text(english(), audit)});
        };
        add("recomputed", split.recomputed_kgCO2e, "credits under the default reading");
        for (const ClaimDifference& part : split.parts)
            add(to_string(part.part), part.amount_kgCO2e, part.text);
        add("claimed", split.claimed_kgCO2e, "credits that the claim states; the sum of all rows above");
    }
    return csv.text();
}

std::string loss_mix_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "source", "strata", "stratum", "area_ha", "share", "became_forest_ha", "label"});
    for (const StratumQuestion& question : results.stratum_questions) {
        const std::string& zone = audit.zones[question.zone].zone.name;
        for (const LossMix& mix : question.mixes) {
            const std::string source(to_string(mix.source));
            const bool is_reported = mix.source == MixSource::reported;
            const std::string label = label_text(english(), audit, entered(mix.source));
            for (const StratumShare& share : mix.strata) {
                csv.add({zone, source, map_name(audit, mix), share.stratum, shortest(share.area.value()),
                         shortest(share.share), is_reported ? shortest(share.became_forest.value()) : "", label});
            }
            if (mix.elsewhere > Hectares{})
                csv.add({zone, source, map_name(audit, mix), "", shortest(mix.elsewhere.value()), "", "", label});
        }
    }
    return csv.text();
}

std::string stratum_shares_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "from_strata", "to_strata", "from", "to", "area_ha", "share", "label"});
    for (const StratumQuestion& question : results.stratum_questions) {
        for (const ShareRow& row : question.shares) {
            csv.add({audit.zones[question.zone].zone.name, audit.maps[row.from_map].name, audit.maps[row.to_map].name,
                     row.from, row.to, shortest(row.area.value()), shortest(row.share), audit.label});
        }
    }
    return csv.text();
}

std::string stratum_question_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "quantity", "strata", "value", "unit", "text", "label"});
    for (const StratumQuestion& question : results.stratum_questions)
        add_question(audit, question, csv);
    return csv.text();
}

}  // namespace reddline::report
