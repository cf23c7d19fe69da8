#include "accounting/break_even.hpp"

namespace reddline::accounting {

std::optional<BreakEven> break_even(TonnesCO2e reference, TonnesCO2e displaced, Hectares lost,
                                    const FactorRange& range) {
    const auto& [lowest, highest] = range;
    if (lost <= Hectares{} || highest.factor == lowest.factor) return std::nullopt;
    const TonnesCO2e room = reference - displaced - lost * lowest.factor;
    return BreakEven{highest.stratum, lowest.stratum, lost, room / (lost * (highest.factor - lowest.factor))};
}

std::optional<BreakEven> break_even_of(const Statement& statement, const FactorRange& range) {
    Hectares lost;
    for (const StratumBalance& stratum : statement.strata)
        lost += stratum.observed_area;
    const CreditTotals& totals = statement.totals;
    return break_even(totals.reference, totals.displaced.value_or(TonnesCO2e{}), lost, range);
}

ClaimedLoss claimed_loss(const CarbonTable& factors, const LossMix& reported) {
    ClaimedLoss loss{reported.lost_forest(), TonnesCO2e{}};
    for (const StratumShare& stratum : reported.strata) {
        const auto factor = gross_factor(factors, stratum.stratum);
        if (!factor) return {loss.area, std::nullopt};
        *loss.emission += stratum.area * *factor;
    }
    return loss;
}

std::optional<BreakEven> claimed_break_even(const Claim& claim, const std::optional<ClaimedLoss>& reported,
                                            const FactorRange& range) {
    const auto lost = reported ? std::optional(reported->area) : claim.lost_area;
    if (!lost) return std::nullopt;
    const TonnesCO2e displaced = claim.amount(ClaimItem::displaced_emissions).value_or(TonnesCO2e{});
    if (const auto reference = claim.amount(ClaimItem::reference_level))
        return break_even(*reference, displaced, *lost, range);
    const auto reductions = claim.amount(ClaimItem::reductions);
    const auto reduced = reductions ? reductions : claim.amount(ClaimItem::credits);
    if (!reduced) return std::nullopt;
    const TonnesCO2e at_least = reported && reported->emission ? *reported->emission : *lost * range.lowest.factor;
    const TonnesCO2e emitted = claim.amount(ClaimItem::project_emissions).value_or(at_least);
    return break_even(*reduced + emitted + displaced, displaced, *lost, range);
}

}  // namespace reddline::accounting
