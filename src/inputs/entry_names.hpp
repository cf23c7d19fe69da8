#pragma once

#include <string>
#include <vector>

#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// The names of the entries of one kind, each given once and fit to head a column or fill a field of a table.
class EntryNames {
public:
    /// Takes the next name.
    ///
    /// Errors: Error{audit_file} for a name that was taken before, that begins or ends with a blank, or that holds a
    ///         control character such as a line break.
    [[nodiscard]] std::string take(const TomlField& field);
    /// Takes the name that an entry has where it gives none itself.
    ///
    /// Errors: Error{audit_file} at the entry for a name that was taken before, asking for a key `name`.
    void take_default(const std::string& name, const TomlTable& entry);
    [[nodiscard]] const std::vector<std::string>& taken() const { return taken_; }

private:
    std::vector<std::string> taken_;
};

}  // namespace reddline::inputs
