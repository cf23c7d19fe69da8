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

/// True for a GeoTIFF, all of whose pixels are in its own file.
[[nodiscard]] bool is_plain_tiff(GDALDataset& dataset);

/// All files that belong to a dataset, side files, database logs, and the sources of virtual rasters included, sorted.
[[nodiscard]] std::vector<std::string> files_of(GDALDataset& dataset, const std::string& path);

}  // namespace reddline::gdal_io
