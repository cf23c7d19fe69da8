#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// Area of one stratum among the loss of the monitoring period, and its share.
struct StratumShare {
    std::string stratum;
    Hectares area;
    double share = 0.0;
    Hectares became_forest{};  ///< of the area, what a claim says became another forest type
};

/// Who says which forest types were lost.
enum class MixSource {
    expected,   ///< the reference level
    reported,   ///< the claim
    estimated,  ///< the sample
    mapped,     ///< a strata map under the loss product: one that is crossed, or the one that the claim rests on
};

/// The source as it stands in tables.
[[nodiscard]] std::string_view to_string(MixSource source);

/// The loss of the monitoring period by forest type, as one source sees it; only strata that are forest.
struct LossMix {
    MixSource source = MixSource::mapped;
    std::optional<std::size_t> map;    ///< of a mapped mix
    std::vector<StratumShare> strata;  ///< shares sum to 1; empty when the source shows no loss
    Hectares elsewhere;                ///< loss where the source shows no forest, or has no data

    /// Lost area over all strata, without `elsewhere`.
    [[nodiscard]] Hectares lost_forest() const;
    /// Of it, what a claim says became another forest type.
    [[nodiscard]] Hectares became_forest() const;
    /// Share of a stratum; 0 where it is not in the mix.
    [[nodiscard]] double share_of(std::string_view stratum) const;
};

/// How far two mixes are apart: 0 the same, 1 disjoint (Eq. 27).
struct MixDistance {
    std::size_t first = 0;  ///< indexes into StratumQuestion::mixes
    std::size_t second = 0;
    double index = 0.0;
};

/// Where the lost pixels of one map's stratum lie in another map.
struct ShareRow {
    std::size_t from_map = 0;
    std::size_t to_map = 0;
    std::string from;
    std::string to;
    Hectares area;
    double share = 0.0;  ///< of the row's forest in the other map; rows sum to 1
};

/// What the reported loss emits when its forest types are those that the evidence shows (Eq. 25).
struct Relabelling {
    std::size_t map = 0;      ///< the evidence
    bool by_stratum = false;  ///< true: share matrix row by row; false: the mix of all loss for every reported stratum
    TonnesCO2e reported;      ///< emission of the reported loss as it is labelled, at the audit's factors
    TonnesCO2e audited;       ///< of the same hectares, relabelled
};

/// What the lost area can emit at all, whatever its forest types (Eq. 25).
struct EmissionBounds {
    Hectares lost;
    std::string lowest_stratum;
    TonnesCO2e lowest;
    std::string highest_stratum;
    TonnesCO2e highest;
};

/// Share of the loss in the stratum of the highest factor at which credits vanish (Eq. 26).
struct BreakEven {
    std::string high_stratum;
    std::string low_stratum;
    Hectares lost;
    double share = 0.0;  ///< outside 0..1 the sign of the reduction does not depend on the forest type
};

/// The stratum question of one project zone: which forest types were lost, and what that decides.
struct StratumQuestion {
    std::size_t zone = 0;
    std::vector<LossMix> mixes;  ///< expected, reported, one per strata map that is crossed, and the claim's own map
    std::vector<MixDistance> distances;
    std::vector<ShareRow> shares;
    std::vector<Relabelling> relabellings;
    std::optional<EmissionBounds> bounds;
    std::optional<BreakEven> break_even;          ///< of the default reading
    std::optional<BreakEven> claimed_break_even;  ///< of the claim: its credits, at its reported or stated loss
};

}  // namespace reddline
