#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/attribute_table.hpp"

namespace reddline::gdal_io {

/// True where GDAL was built with a format.
[[nodiscard]] bool has_format(const std::string& format);

/// A table without geometry that is written row by row by one of GDAL's vector drivers. A file that `finish` did not close is not
/// whole.
///
/// Errors: every member throws Error{output_failed}, which names `shown`.
class TableFile {
public:
    TableFile(const std::string& format, const std::vector<AttributeColumn>& columns, const std::string& path,
              const std::string& shown);
    ~TableFile();
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    /// Adds a row. Shapes: one value per column.
    void add(const std::vector<Attribute>& row);
    /// Writes what is left, and closes the file.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace reddline::gdal_io
