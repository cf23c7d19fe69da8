#include "accounting/relabelling.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "accounting/factor_range.hpp"

namespace reddline::accounting {

namespace {

/// The shares that the evidence gives the hectares of one reported stratum.
std::vector<StratumShare> labels_of(const std::string& stratum, const LossMix& evidence,
                                    const std::vector<ShareRow>& rows) {
    std::vector<StratumShare> labels;
    for (const ShareRow& row : rows) {
        if (row.from == stratum) labels.push_back({row.to, row.area, row.share});
    }
    return labels.empty() ? evidence.strata : labels;
}

std::optional<TonnesCO2ePerHa> mean_factor(const std::vector<StratumShare>& labels, const CarbonTable& factors) {
    TonnesCO2ePerHa sum;
    for (const StratumShare& label : labels) {
        const auto factor = gross_factor(factors, label.stratum);
        if (!factor) return std::nullopt;
        sum += label.share * *factor;
    }
    return sum;
}

}  // namespace

std::optional<Relabelling> relabelling(const LossMix& reported, const LossMix& evidence,
                                       const std::vector<ShareRow>& rows, const CarbonTable& factors) {
    if (reported.strata.empty() || evidence.strata.empty()) return std::nullopt;
    Relabelling result{*evidence.map, !rows.empty(), {}, {}};
    for (const StratumShare& stratum : reported.strata) {
        const auto labelled = gross_factor(factors, stratum.stratum);
        const auto shown = mean_factor(labels_of(stratum.stratum, evidence, rows), factors);
        if (!labelled || !shown) return std::nullopt;
        result.reported += stratum.area * *labelled;
        result.audited += stratum.area * *shown;
    }
    return result;
}

std::vector<Relabelling> relabellings(const StratumQuestion& question, std::span<const std::size_t> evidence,
                                      std::optional<std::size_t> claimed_map, const CarbonTable& factors) {
    std::vector<Relabelling> results;
    const auto reported = std::ranges::find(question.mixes, MixSource::reported, &LossMix::source);
    if (reported == question.mixes.end()) return results;
    for (const LossMix& mix : question.mixes) {
        if (!mix.map || std::ranges::find(evidence, *mix.map) == evidence.end()) continue;
        std::vector<ShareRow> rows;
        std::ranges::copy_if(question.shares, std::back_inserter(rows),
                             [&](const ShareRow& row) { return row.from_map == claimed_map && row.to_map == mix.map; });
        if (const auto result = relabelling(*reported, mix, rows, factors)) results.push_back(*result);
    }
    return results;
}

}  // namespace reddline::accounting
