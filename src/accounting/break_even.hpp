#pragma once

#include <optional>

#include "accounting/factor_range.hpp"
#include "domain/claim.hpp"
#include "domain/statement.hpp"
#include "domain/stratum_question.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// Share of a lost area in the stratum of the highest factor, the rest being that of the lowest, at which what may be
/// emitted is used up: `reference` less what is displaced.
///
/// Deductions have no part in it: they do not change the sign of a reduction. Nothing when nothing is lost or all factors
/// are the same.
/// Source: docs/equations.md, Eq. 26
[[nodiscard]] std::optional<BreakEven> break_even(TonnesCO2e reference, TonnesCO2e displaced, Hectares lost,
                                                  const FactorRange& range);

/// The break-even share of a statement at the area that it observes; displaced emissions that are not known count as 0.
///
/// Source: docs/equations.md, Eq. 26
[[nodiscard]] std::optional<BreakEven> break_even_of(const Statement& statement, const FactorRange& range);

/// Forest loss that a claim reports, and what it emits at the audit's factors; no emission where a factor is missing.
struct ClaimedLoss {
    Hectares area;
    std::optional<TonnesCO2e> emission;
};

/// The loss of a claim's mix of forest types at a factor set.
[[nodiscard]] ClaimedLoss claimed_loss(const CarbonTable& factors, const LossMix& reported);

/// The break-even share of a claim by its own amounts, at its reported forest loss `reported`, or else at the lost area
/// that it states.
///
/// A claim that does not state its reference level has, by Eq. 22, at least its reductions (or else its credits), plus its
/// displaced and its project emissions. Where it does not state those of the project either, they are what its reported loss
/// emits, or, where it reports none, all its loss is taken to be in the stratum of the lowest factor. Then the share is credits/(L (e - d)): the room that the credits leave.
/// Nothing when the claim states neither a lost area nor any of these amounts.
/// Source: docs/equations.md, Eq. 22, 26
[[nodiscard]] std::optional<BreakEven> claimed_break_even(const Claim& claim,
                                                          const std::optional<ClaimedLoss>& reported,
                                                          const FactorRange& range);

}  // namespace reddline::accounting
