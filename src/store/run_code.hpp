#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "raster/run_table.hpp"

namespace reddline::store {

/// A table of runs as bytes. A row mostly looks like the one above it, and a run then takes two bytes.
[[nodiscard]] std::string encoded(const raster::RunTable& table);

/// The table that `encoded` made these bytes of; nothing when they are no such bytes.
[[nodiscard]] std::optional<raster::RunTable> decoded_runs(std::string_view bytes);

}  // namespace reddline::store
