#include "gdal_io/map_overviews.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/open_dataset.hpp"
#include "kernels/halve.hpp"

namespace reddline::gdal_io {

namespace {

constexpr int block_side = 512;

/// One level, from which the next one follows.
class Halving {
public:
    Halving(GDALRasterBand& from, GDALRasterBand& to, const std::string& shown) : from_{from}, to_{to}, shown_{shown} {}

    /// Fills a block of the half, given by its first column and row there.
    void fill(int column, int row) {
        const int columns = std::min(2 * block_side, from_.GetXSize() - 2 * column);
        const int rows = std::min(2 * block_side, from_.GetYSize() - 2 * row);
        const int status = from_.GetDataCoverageStatus(2 * column, 2 * row, columns, rows, 0, nullptr);
        if (status == GDAL_DATA_COVERAGE_STATUS_EMPTY) return;
        values_.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        transfer(GF_Read, from_, 2 * column, 2 * row, columns, rows, values_);
        const int half_columns = (columns + 1) / 2;
        const int half_rows = (rows + 1) / 2;
        halved_.resize(static_cast<std::size_t>(half_columns) * static_cast<std::size_t>(half_rows));
        kernels::halve(values_, static_cast<std::size_t>(columns), static_cast<std::size_t>(rows), halved_);
        transfer(GF_Write, to_, column, row, half_columns, half_rows, halved_);
    }

private:
    void transfer(GDALRWFlag way, GDALRasterBand& band, int column, int row, int columns, int rows,
                  std::vector<std::uint16_t>& values) const {
        const MessageCatcher catcher;
        const CPLErr error =
            band.RasterIO(way, column, row, columns, rows, values.data(), columns, rows, GDT_UInt16, 0, 0, nullptr);
        if (error != CE_None || catcher.any()) fail_to_write(shown_, catcher.first());
    }

    GDALRasterBand& from_;
    GDALRasterBand& to_;
    const std::string& shown_;
    std::vector<std::uint16_t> values_;
    std::vector<std::uint16_t> halved_;
};

DatasetPtr new_level(const std::string& path, GDALRasterBand& from, const std::string& shown) {
    const MessageCatcher catcher;
    CPLStringList options;
    for (const char* const option :
         {"TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=LZW", "BIGTIFF=YES", "SPARSE_OK=TRUE"})
        options.AddString(option);
    DatasetPtr level(driver_of("GTiff", shown)
                         .Create(path.c_str(), (from.GetXSize() + 1) / 2, (from.GetYSize() + 1) / 2, 1,
                                 from.GetRasterDataType(), options.List()));
    if (!level) fail_to_write(shown, catcher.first());
    level->GetRasterBand(1)->SetNoDataValue(0.0);
    return level;
}

}  // namespace

void add_overviews(const std::string& path, const std::string& shown, const std::atomic<bool>& stop) {
    // GDAL takes the overviews of overviews for those of the raster.
    for (std::string level_path = path;; level_path += ".ovr") {
        const DatasetPtr raster = open_raster(level_path);
        GDALRasterBand& from = *raster->GetRasterBand(1);
        if (from.GetXSize() <= block_side && from.GetYSize() <= block_side) return;
        const DatasetPtr level = new_level(level_path + ".ovr", from, shown);
        GDALRasterBand& to = *level->GetRasterBand(1);
        Halving halving(from, to, shown);
        for (int row = 0; row < to.GetYSize(); row += block_side) {
            if (stop.load()) fail_unless_stopped(stop, shown, "");
            for (int column = 0; column < to.GetXSize(); column += block_side)
                halving.fill(column, row);
        }
    }
}

}  // namespace reddline::gdal_io
