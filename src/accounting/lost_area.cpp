#include "accounting/lost_area.hpp"

#include <algorithm>

namespace reddline::accounting {

namespace {

/// Adds one list of areas to another, code by code.
void add(std::vector<std::int64_t>& sum_cm2, const std::vector<std::int64_t>& area_cm2) {
    sum_cm2.resize(area_cm2.size());
    for (std::size_t code = 0; code < area_cm2.size(); ++code)
        sum_cm2[code] += area_cm2[code];
}

}  // namespace

LostArea::LostArea(const AuditCase& audit, std::size_t zone, const ForestRule& rule)
    : share_of_code_(audit.codes.last_code() + std::size_t{1}) {
    for (std::size_t code = 1; code < share_of_code_.size(); ++code)
        share_of_code_[code] = audit.monitoring->fraction_of(audit.codes.year_of(static_cast<std::uint8_t>(code)));
    const Crosstab& crosstab = audit.crosstab(rule.min_area_ha);
    std::map<std::uint32_t, AreaByCode_cm2> by_combination;
    const auto& bins = crosstab.bins();
    const auto first = std::ranges::lower_bound(bins, zone, {}, [](const Bin& bin) { return bin.key.zone; });
    for (auto bin = first; bin != bins.end() && bin->key.zone == zone; ++bin) {
        const std::uint8_t code = bin->key.loss_code;
        if (code == 0 || share_of_code_[code] == 0.0 || !rule.is_forest(bin->key.cover_pct)) continue;
        AreaByCode_cm2& area_cm2 = by_combination[bin->key.combination];
        area_cm2.resize(share_of_code_.size());
        area_cm2[code] += bin->tally.area_cm2;
    }
    for (auto& [combination, area_cm2] : by_combination)
        combinations_.emplace_back(&crosstab.combinations()[combination], std::move(area_cm2));
}

Hectares LostArea::weighed(const AreaByCode_cm2& area_cm2) const {
    Hectares sum;
    for (std::size_t code = 1; code < area_cm2.size(); ++code)
        sum += share_of_code_[code] * hectares(area_cm2[code]);
    return sum;
}

template <class KeyOf>
auto LostArea::weighed_by(KeyOf key_of) const {
    using Key = decltype(key_of(std::vector<StratumIndex>{}));
    std::map<Key, AreaByCode_cm2> sums;
    for (const auto& [strata, area_cm2] : combinations_)
        add(sums[key_of(*strata)], area_cm2);
    std::map<Key, Hectares> areas;
    for (const auto& [key, area_cm2] : sums)
        areas.emplace(key, weighed(area_cm2));
    return areas;
}

Hectares LostArea::total() const {
    AreaByCode_cm2 sum;
    for (const auto& [strata, area_cm2] : combinations_)
        add(sum, area_cm2);
    return weighed(sum);
}

std::map<LostArea::StratumIndex, Hectares> LostArea::by_stratum(std::size_t map) const {
    return weighed_by([&](const std::vector<StratumIndex>& strata) { return strata[map]; });
}

std::map<std::pair<LostArea::StratumIndex, LostArea::StratumIndex>, Hectares> LostArea::by_strata(
    std::size_t one, std::size_t other) const {
    return weighed_by([&](const std::vector<StratumIndex>& strata) { return std::pair(strata[one], strata[other]); });
}

}  // namespace reddline::accounting
