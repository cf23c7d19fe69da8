#pragma once

#include <memory>
#include <string>
#include <vector>

class GDALDataset;

namespace reddline::gdal_io {

/// Closes a dataset.
struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Opens a raster read-only, with a handle of its own.
///
/// Errors: Error{missing_file, unreadable_file}.
[[nodiscard]] DatasetPtr open_raster(const std::string& path);

/// Opens a vector source read-only.
///
/// Errors: Error{missing_file, unreadable_file}.
[[nodiscard]] DatasetPtr open_vector(const std::string& path);

/// All files that belong to a dataset, side files included, sorted.
[[nodiscard]] std::vector<std::string> files_of(GDALDataset& dataset, const std::string& path);

}  // namespace reddline::gdal_io
