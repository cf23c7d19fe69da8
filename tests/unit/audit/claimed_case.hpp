#pragma once

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {

// Places of the mixes in the question of `claimed_result`.
inline constexpr std::size_t expected_mix = 0;
inline constexpr std::size_t reported_mix = 1;
inline constexpr std::size_t mapped_2015_mix = 2;

/// 40 ha of loss, of which `evergreen_ha` fell in evergreen and the rest in deciduous forest.
LossMix mix_of_40_ha(MixSource source, std::optional<std::size_t> map, double evergreen_ha);

/// A claim about the project zone whose amounts follow from each other.
Claim clean_claim();

/// The clean case with a claim that no check has anything to say about, together with `claimed_result`.
AuditCase claimed_case();

/// The evidence agrees with the claim: its credits in every reading, three quarters of the loss in evergreen forest
/// whoever looks.
AuditResult claimed_result();

/// Sets the distance of two mixes of the question.
void set_distance(StratumQuestion& question, std::size_t first, std::size_t second, double index);

/// Adds a second map of the same legend, of 2017.
void add_second_map(AuditCase& audit);

}  // namespace reddline::audit
