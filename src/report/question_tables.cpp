#include "report/question_tables.hpp"

#include <algorithm>

#include "domain/number_text.hpp"

namespace reddline::report {

namespace {

std::string t(const Strings& say, TonnesCO2e emission) {
    return say.grouped(emission.value(), 0);
}

/// When credits vanish, or that forest types do not decide it. `loss` names the loss and its hectares.
std::string break_even_sentence(const Strings& say, const BreakEven& even, const std::string& loss) {
    const std::string percent = say.number(fixed(100.0 * even.share, 1));
    if (even.share >= 0.0 && even.share <= 1.0) {
        return say("question.break_even", {{"loss", loss},
                                           {"percent", percent},
                                           {"high_stratum", even.high_stratum},
                                           {"low_stratum", even.low_stratum}});
    }
    if (even.share > 1.0) {
        return say("question.always_reduction",
                   {{"loss", loss}, {"percent", percent}, {"high_stratum", even.high_stratum}});
    }
    return say(
        "question.never_reduction",
        {{"loss", loss}, {"percent", percent}, {"high_stratum", even.high_stratum}, {"low_stratum", even.low_stratum}});
}

std::string relabelling_sentence(const Strings& say, const AuditCase& audit, const StratumQuestion& question,
                                 const Relabelling& relabelling) {
    const std::string labelled = t(say, relabelling.reported);
    const Hectares became = became_forest(question);
    const std::string start =
        became > Hectares{}
            ? say("question.as_labelled_in_part", {{"emission", labelled}, {"area", say.grouped(became.value(), 1)}})
            : say("question.as_labelled", {{"emission", labelled}});
    return say(relabelling.by_stratum ? "question.relabelled_by_type" : "question.relabelled_by_mix",
               {{"labelled", start},
                {"map", audit.maps[relabelling.map].name},
                {"emission", t(say, relabelling.audited)},
                {"difference", t(say, relabelling.audited - relabelling.reported)}});
}

}  // namespace

std::string mix_name(const Strings& say, const AuditCase& audit, const LossMix& mix) {
    if (mix.map) return audit.maps[*mix.map].name;
    if (mix.source == MixSource::estimated) return say("mix.estimated");
    return say(mix.source == MixSource::reported ? "mix.reported" : "mix.expected");
}

Hectares became_forest(const StratumQuestion& question) {
    const auto reported = std::ranges::find(question.mixes, MixSource::reported, &LossMix::source);
    return reported == question.mixes.end() ? Hectares{} : reported->became_forest();
}

PlainTable mix_table(const Strings& say, const AuditCase& audit, const StratumQuestion& question) {
    PlainTable table{{say("column.forest_type")}, {}};
    std::vector<std::string> strata;
    for (const LossMix& mix : question.mixes) {
        table.head.push_back(say("column.share", {{"source", mix_name(say, audit, mix)}}));
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
            row.push_back(mix.strata.empty() ? std::string{} : say.number(fixed(100.0 * share, 1)));
        }
        table.rows.push_back(row);
    }
    return table;
}

PlainTable distance_table(const Strings& say, const AuditCase& audit, const StratumQuestion& question) {
    PlainTable table{{say("column.one"), say("column.other"), say("column.index")}, {}, {0, 1}};
    for (const MixDistance& distance : question.distances) {
        table.rows.push_back({mix_name(say, audit, question.mixes[distance.first]),
                              mix_name(say, audit, question.mixes[distance.second]),
                              say.number(fixed(distance.index, 4))});
    }
    return table;
}

std::vector<std::string> question_sentences(const Strings& say, const AuditCase& audit,
                                            const StratumQuestion& question) {
    std::vector<std::string> sentences;
    for (const Relabelling& relabelling : question.relabellings)
        sentences.push_back(relabelling_sentence(say, audit, question, relabelling));
    if (question.bounds) {
        const EmissionBounds& bounds = *question.bounds;
        sentences.push_back(say("question.bounds", {{"area", say.grouped(bounds.lost.value(), 1)},
                                                    {"lowest", t(say, bounds.lowest)},
                                                    {"lowest_stratum", bounds.lowest_stratum},
                                                    {"highest", t(say, bounds.highest)},
                                                    {"highest_stratum", bounds.highest_stratum}}));
    }
    if (const auto& even = question.break_even)
        sentences.push_back(break_even_sentence(
            say, *even, say("question.loss_of_default", {{"area", say.grouped(even->lost.value(), 1)}})));
    if (const auto& even = question.claimed_break_even)
        sentences.push_back(break_even_sentence(
            say, *even, say("question.loss_of_claim", {{"area", say.grouped(even->lost.value(), 1)}})));
    return sentences;
}

}  // namespace reddline::report
