#pragma once

#include <gdal_priv.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gdal_io/open_dataset.hpp"
#include "support/faulty_files.hpp"

namespace reddline::gdal_io::tests {

/// How often each block that a file stores was read since the file has been watched, row by row.
inline std::vector<std::int64_t> block_decodes(const std::string& faulty_path) {
    using ::reddline::tests::FaultyFiles;
    const std::string path = faulty_path.substr(FaultyFiles::faulty("").size());
    std::map<std::int64_t, std::int64_t> reads_at;
    for (const ::reddline::tests::FileRead& read : FaultyFiles::installed().reads(path))
        ++reads_at[read.offset];
    const DatasetPtr dataset = open_raster(path);
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    int block_columns = 0;
    int block_rows = 0;
    band.GetBlockSize(&block_columns, &block_rows);
    std::vector<std::int64_t> decodes;
    for (int row = 0; row * block_rows < band.GetYSize(); ++row) {
        for (int column = 0; column * block_columns < band.GetXSize(); ++column) {
            const std::string item = "BLOCK_OFFSET_" + std::to_string(column) + "_" + std::to_string(row);
            const char* offset = band.GetMetadataItem(item.c_str(), "TIFF");
            if (offset != nullptr) decodes.push_back(reads_at[std::stoll(offset)]);
        }
    }
    return decodes;
}

/// Forgets what was read of the files.
inline void forget_reads(const std::vector<std::string>& faulty_paths) {
    using ::reddline::tests::FaultyFiles;
    for (const std::string& path : faulty_paths)
        FaultyFiles::installed().watch(path.substr(FaultyFiles::faulty("").size()), {});
}

}  // namespace reddline::gdal_io::tests
