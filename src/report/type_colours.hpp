#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/map_look.hpp"

namespace reddline::report {

/// So many forest types have a colour of their own; those beyond share one.
inline constexpr std::size_t coloured_types = 8;

/// The forest types of an audit in the order in which they take their colours: that of the legends, map by map.
[[nodiscard]] std::vector<std::string> forest_types(const AuditCase& audit);

/// The colour of a forest type by its place among them, the same on maps and in figures.
[[nodiscard]] Colour colour_of_type(std::size_t place);

/// The same by its name.
[[nodiscard]] Colour colour_of_type(const std::string& type, const std::vector<std::string>& types);

/// As HTML and QGIS write it, such as "#0072b2".
[[nodiscard]] std::string hex_text(const Colour& colour);

}  // namespace reddline::report
