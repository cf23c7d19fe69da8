#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/cell_table.hpp"

namespace reddline::store {

/// The tables of one cell as bytes. Neighbouring bins and pixels of nearly the same area make small numbers, which take a
/// byte or two each.
///
/// Shapes: one table per minimum area.
[[nodiscard]] std::string encoded(const std::vector<CellTable>& tables);

/// The tables that `encoded` made these bytes of; nothing when they are no such bytes.
[[nodiscard]] std::optional<std::vector<CellTable>> decoded(std::string_view bytes);

}  // namespace reddline::store
