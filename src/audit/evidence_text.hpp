#pragma once

#include <string>

#include "domain/units.hpp"

namespace reddline::audit {

/// Appends a part to a list, with the separator between two parts.
void add_part(std::string& list, const std::string& part, const char* separator = ", ");

/// A share as per cent with two decimals, for example "12.50 %".
[[nodiscard]] std::string per_cent(double share);

/// An area with one decimal, for example "1,234.5 ha".
[[nodiscard]] std::string ha_text(Hectares area);

/// An amount in whole tonnes, for example "120,000 tCO2e".
[[nodiscard]] std::string t_text(TonnesCO2e amount);

/// An amount in whole tonnes with its sign, for example "+162,000 tCO2e".
[[nodiscard]] std::string signed_t_text(TonnesCO2e amount);

/// True when `one` is more than `other` by at least 0.1 ha, the last digit of `ha_text`. Less is no difference: pixels grow
/// towards the equator, so equally many of them seldom have the same area.
[[nodiscard]] bool is_more(Hectares one, Hectares other);

/// True when `one` is more than `other` by at least 1 t, the last digit of `t_text`.
[[nodiscard]] bool is_more(TonnesCO2e one, TonnesCO2e other);

/// Years first..last, for example "2018-2020", or "2018" where they are one.
[[nodiscard]] std::string years_text(int first, int last);

}  // namespace reddline::audit
