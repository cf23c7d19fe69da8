#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gdal_io/byte_range.hpp"

namespace reddline::gdal_io {

/// True for a path whose bytes come over the network.
[[nodiscard]] bool is_remote(std::string_view path);

/// Tells GDAL to ask a server again that is overloaded, waiting twice as long each time, to give up on one that falls
/// silent, and to keep the bytes fetched last in a bounded memory. What the environment sets already stays.
void prepare_for_servers();

/// Bytes of remote files that GDAL keeps in memory at most.
[[nodiscard]] double kept_remote_bytes();

/// Bytes that a thread takes at most while it fetches a range of a remote file: what has come, and a copy of it.
[[nodiscard]] double request_bytes();

/// What a server answered last, as the end of a sentence that tells what went wrong; empty where it is not to blame.
[[nodiscard]] std::string answer_text(std::optional<int> http_status);

/// Reads ranges of a remote file in few requests, so that whoever reads them next on any handle finds them in GDAL's
/// memory. What cannot be fetched, and what comes after it, is left to that reader to find out.
void fetch_ranges(const std::string& path, const std::vector<ByteRange>& ranges);

}  // namespace reddline::gdal_io
