#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reddline::gdal_io {

/// A code of a raster's pixels, and the name that the file itself gives it; empty where it gives none.
struct SeenCode {
    std::string code;
    std::string name;
    friend bool operator==(const SeenCode&, const SeenCode&) = default;
};

/// The different codes of all pixels of a raster, ascending, without no data. Nothing where there are more than `most`,
/// or a pixel is no whole number: such pixels are measurements and no codes.
///
/// Errors: those of open_raster; Error{corrupt_raster} for pixels that cannot be read.
[[nodiscard]] std::optional<std::vector<SeenCode>> seen_codes(const std::string& path, std::size_t most);

}  // namespace reddline::gdal_io
