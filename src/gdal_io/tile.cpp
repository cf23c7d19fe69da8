#include "gdal_io/tile.hpp"

#include <gdal_priv.h>

#include <array>
#include <string_view>
#include <utility>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_grid.hpp"
#include "gdal_io/open_dataset.hpp"

namespace reddline::gdal_io {

namespace {

PixelType pixel_type_of(GDALRasterBand& band, const std::string& path) {
    // By name, because Int8 has a type of its own only in newer versions of GDAL.
    constexpr std::array<std::pair<std::string_view, PixelType>, 10> types{{
        {"Int8", PixelType::int8},
        {"Byte", PixelType::uint8},
        {"Int16", PixelType::int16},
        {"UInt16", PixelType::uint16},
        {"Int32", PixelType::int32},
        {"UInt32", PixelType::uint32},
        {"Int64", PixelType::int64},
        {"UInt64", PixelType::uint64},
        {"Float32", PixelType::float32},
        {"Float64", PixelType::float64},
    }};
    const std::string_view name = GDALGetDataTypeName(band.GetRasterDataType());
    const char* sign = band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE");
    if (name == "Byte" && sign != nullptr && std::string_view(sign) == "SIGNEDBYTE") return PixelType::int8;
    for (const auto& [type_name, type] : types) {
        if (type_name == name) return type;
    }
    throw Error(
        ErrorCode::unreadable_file, path,
        "expected whole codes, found pixels of type " + std::string(name) + "; convert it with gdal_translate -ot");
}

std::optional<double> no_data_of(GDALRasterBand& band, PixelType type) {
    int is_declared = 0;
    double value = 0.0;
    if (type == PixelType::int64) {
        value = static_cast<double>(band.GetNoDataValueAsInt64(&is_declared));
    } else if (type == PixelType::uint64) {
        value = static_cast<double>(band.GetNoDataValueAsUInt64(&is_declared));
    } else {
        value = band.GetNoDataValue(&is_declared);
    }
    if (is_declared == 0) return std::nullopt;
    return value;
}

void expect_one_plain_band(GDALDataset& dataset, const std::string& path) {
    const int bands = dataset.GetRasterCount();
    if (bands != 1) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected one band, found " + std::to_string(bands) +
                        "; extract the band that is meant with gdal_translate -b");
    }
    GDALRasterBand& band = *dataset.GetRasterBand(1);
    if ((band.GetMaskFlags() & GMF_PER_DATASET) != 0) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected missing pixels marked by a no-data value, found a mask; write the mask into "
                    "the pixels with gdalwarp -dstnodata and a value that none of them has");
    }
    const double scale = band.GetScale();
    const double offset = band.GetOffset();
    if (scale != 1.0 || offset != 0.0) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected plain values, found some with scale " + shortest(scale) + " and offset " +
                        shortest(offset) + "; write the true values with gdal_translate -unscale");
    }
}

}  // namespace

Tile open_tile(const std::string& path) {
    const DatasetPtr dataset = open_raster(path);
    expect_one_plain_band(*dataset, path);
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    Tile tile{.path = path,
              .files = files_of(*dataset, path),
              .lattice = grid_of(*dataset, path),
              .place = {},
              .type = pixel_type_of(band, path),
              .block = {},
              .no_data = {},
              .is_plain_tiff = is_plain_tiff(*dataset)};
    tile.no_data = no_data_of(band, tile.type);
    int block_columns = 0;
    int block_rows = 0;
    band.GetBlockSize(&block_columns, &block_rows);
    tile.block = {.columns = block_columns, .rows = block_rows};
    return tile;
}

}  // namespace reddline::gdal_io
