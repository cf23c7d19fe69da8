#pragma once

#include <string>
#include <string_view>

#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Calls `read` with the document's top table.
template <class Read>
auto with_document(std::string_view text, Read read) {
    const TomlValue document = parse_toml(text, "audit.toml");
    return read(TomlTable{document, "audit.toml", ""});
}

}  // namespace reddline::inputs
