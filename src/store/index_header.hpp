#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/count_basis.hpp"
#include "raster/block_plan.hpp"
#include "store/file_stamp.hpp"

namespace reddline::store {

/// The names of an index's files in its directory.
inline constexpr const char* header_name = "index.json";
inline constexpr const char* cells_name = "cells.bin";
inline constexpr const char* places_name = "places.bin";

/// A file that an index was counted from, and the stamp that it bore when it was hashed.
struct StampedFile {
    std::string path;  ///< absolute
    FileStamp stamp;
    std::string sha256;  ///< 64 hexadecimal digits
    friend bool operator==(const StampedFile&, const StampedFile&) = default;
};

/// What an index holds, and what it was made with.
struct IndexHeader {
    std::vector<CountFact> facts;    ///< everything that the counts depend on
    std::vector<StampedFile> files;  ///< those whose stamp can be relied on
    raster::BlockShape cell;
    std::int64_t cells = 0;
    std::int64_t left_out = 0;  ///< cells with a pixel that could not be read or counted
    std::string why_left_out;   ///< the first of them
    std::string places_sha256;  ///< 64 hexadecimal digits
    friend bool operator==(const IndexHeader&, const IndexHeader&) = default;
};

/// The text of index.json.
[[nodiscard]] std::string header_json(const IndexHeader& header);

/// Reads index.json as `header_json` writes it.
///
/// Errors: Error{unreadable_file} with `name` as subject when it is something else, or of another format.
[[nodiscard]] IndexHeader parse_header(std::string_view text, const std::string& name);

}  // namespace reddline::store
