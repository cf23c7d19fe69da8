#include "accounting/loss_by_cover.hpp"

#include <algorithm>

namespace reddline::accounting {

namespace {

/// The lowest cover in per cent that the rule calls forest; 101 when none is.
std::size_t first_forest_cover(const ForestRule& rule) {
    std::uint8_t cover_pct = 0;
    while (cover_pct <= 100 && !rule.is_forest(cover_pct))
        ++cover_pct;
    return cover_pct;
}

Tally difference(const Tally& whole, const Tally& part) {
    return {whole.pixels - part.pixels, whole.area_cm2 - part.area_cm2};
}

}  // namespace

LossByCover::LossByCover(const Crosstab& crosstab, std::size_t zone, const std::vector<StrataMap>& maps,
                         std::optional<std::size_t> map, const LossCodes& codes)
    : strata_{map ? maps[*map].legend.strata() : std::vector<Stratum>{{unstratified, StratumKind::forest}}},
      has_map_{map.has_value()},
      codes_{codes.last_code() + std::size_t{1}},
      from_cover_((strata_.size() + 1) * codes_ * cover_classes) {
    const auto& bins = crosstab.bins();
    const auto first = std::ranges::lower_bound(bins, zone, {}, [](const Bin& bin) { return bin.key.zone; });
    for (auto bin = first; bin != bins.end() && bin->key.zone == zone; ++bin) {
        const std::size_t stratum = map ? crosstab.combinations()[bin->key.combination][*map] : 0;
        from_cover_[(stratum * codes_ + bin->key.loss_code) * cover_classes + bin->key.cover_pct] += bin->tally;
    }
    for (std::size_t row = 0; row < from_cover_.size(); row += cover_classes) {
        for (std::size_t cover = cover_classes - 1; cover > 0; --cover)
            from_cover_[row + cover - 1] += from_cover_[row + cover];
    }
}

ZoneLoss LossByCover::at(const ForestRule& rule) const {
    const std::size_t cover_pct = first_forest_cover(rule);
    ZoneLoss loss;
    loss.outside_by_code.resize(codes_);
    const std::size_t rows = strata_.size() + (has_map_ ? 1 : 0);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_listed = row < strata_.size();
        StratumLoss stratum{is_listed ? strata_[row].name : std::string{},
                            is_listed ? std::optional(strata_[row].kind) : std::nullopt,
                            {},
                            std::vector<Tally>(codes_)};
        const std::size_t least_pct = stratum.kind == StratumKind::excluded ? cover_classes - 1 : cover_pct;
        for (std::size_t code = 0; code < codes_; ++code) {
            const Tally& all = from_cover(row, code, 0);
            const Tally& forest = from_cover(row, code, least_pct);
            loss.counted += all;
            stratum.forest_2000 += forest;
            if (code == 0) continue;
            stratum.loss_by_code[code] = forest;
            loss.outside_by_code[code] += difference(all, forest);
            loss.loss_outside_forest += difference(all, forest);
        }
        loss.strata.push_back(std::move(stratum));
    }
    return loss;
}

}  // namespace reddline::accounting
