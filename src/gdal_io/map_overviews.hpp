#pragma once

#include <atomic>
#include <string>

namespace reddline::gdal_io {

/// Adds overviews to a raster of classes, each half of the one before by the most frequent value, down to one block, in files beside
/// it. Blocks that hold nothing cost nothing.
///
/// Errors: Error{output_failed}, which names `shown`; Error{stopped} when `stop` becomes true.
void add_overviews(const std::string& path, const std::string& shown, const std::atomic<bool>& stop);

}  // namespace reddline::gdal_io
