#include "report/question_tables.hpp"

#include <algorithm>

#include "domain/number_text.hpp"

namespace reddline::report {

namespace {

std::string t(TonnesCO2e emission) {
    return grouped(emission.value(), 0);
}

std::string break_even_sentence(const BreakEven& even, const std::string& of_what) {
    const std::string lost = of_what + " (" + grouped(even.lost.value(), 1) + " ha)";
    const std::string percent = fixed(100.0 * even.share, 1) + " %";
    if (even.share >= 0.0 && even.share <= 1.0) {
        return "Of the loss " + lost + ", credits vanish when " + percent + " lie in " + even.high_stratum +
               " and the rest in " + even.low_stratum + ".";
    }
    return "The forest types of the loss " + lost + " do not decide whether there is a reduction: there is " +
           (even.share > 1.0 ? "one even if all of it is " + even.high_stratum
                             : "none even if all of it is " + even.low_stratum) +
           " (break-even share of " + even.high_stratum + ": " + percent + ").";
}

}  // namespace

std::string mix_name(const AuditCase& audit, const LossMix& mix) {
    return mix.map ? audit.maps[*mix.map].name : std::string(to_string(mix.source));
}

std::string became_forest_text(const StratumQuestion& question) {
    const auto reported = std::ranges::find(question.mixes, MixSource::reported, &LossMix::source);
    if (reported == question.mixes.end() || reported->became_forest() <= Hectares{}) return {};
    return ", " + grouped(reported->became_forest().value(), 1) + " ha of it to another forest type";
}

PlainTable mix_table(const AuditCase& audit, const StratumQuestion& question) {
    PlainTable table{{"forest type"}, {}};
    std::vector<std::string> strata;
    for (const LossMix& mix : question.mixes) {
        table.head.push_back(mix_name(audit, mix) + " %");
        for (const StratumShare& share : mix.strata) {
            if (std::ranges::find(strata, share.stratum) == strata.end()) strata.push_back(share.stratum);
        }
    }
    for (const std::string& stratum : strata) {
        std::vector<std::string> row{stratum};
        for (const LossMix& mix : question.mixes) {
            const auto found = std::ranges::find(mix.strata, stratum, &StratumShare::stratum);
            // A source that shows no loss has no shares at all; a type that it does not name has none of its loss.
            const double share = found == mix.strata.end() ? 0.0 : found->share;
            row.push_back(mix.strata.empty() ? std::string{} : fixed(100.0 * share, 1));
        }
        table.rows.push_back(row);
    }
    return table;
}

PlainTable distance_table(const AuditCase& audit, const StratumQuestion& question) {
    PlainTable table{{"one", "other", "index (0 the same, 1 disjoint)"}, {}, {0, 1}};
    for (const MixDistance& distance : question.distances) {
        table.rows.push_back({mix_name(audit, question.mixes[distance.first]),
                              mix_name(audit, question.mixes[distance.second]), fixed(distance.index, 4)});
    }
    return table;
}

std::vector<std::string> question_sentences(const AuditCase& audit, const StratumQuestion& question) {
    std::vector<std::string> sentences;
    for (const Relabelling& relabelling : question.relabellings) {
        const TonnesCO2e more = relabelling.audited - relabelling.reported;
        sentences.push_back("The reported loss emits " + t(relabelling.reported) + " tCO2e as labelled" +
                            became_forest_text(question) + "; with the forest types of " +
                            audit.maps[relabelling.map].name +
                            (relabelling.by_stratum ? " (type by type)" : " (its mix of all loss)") + " it emits " +
                            t(relabelling.audited) + ", a difference of " + t(more) + " tCO2e.");
    }
    if (question.bounds) {
        const EmissionBounds& bounds = *question.bounds;
        sentences.push_back("Whatever its forest types, a loss of " + grouped(bounds.lost.value(), 1) +
                            " ha emits from " + t(bounds.lowest) + " (all " + bounds.lowest_stratum + ") to " +
                            t(bounds.highest) + " tCO2e (all " + bounds.highest_stratum + ").");
    }
    if (question.break_even) sentences.push_back(break_even_sentence(*question.break_even, "of the default reading"));
    if (question.claimed_break_even)
        sentences.push_back(break_even_sentence(*question.claimed_break_even, "of the claim"));
    return sentences;
}

}  // namespace reddline::report
