#pragma once

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gdal_io/gdal_session.hpp"
#include "gdal_io/landscape.hpp"
#include "raster/block.hpp"
#include "reference/layer_image.hpp"

namespace reddline::gdal_io::tests {

/// A raster to write into GDAL's memory file system.
struct SmallRaster {
    std::string path = {};
    int columns = 4;
    int rows = 3;
    double origin_x = 105.0;
    double origin_y = 14.0;
    double pixel = 0.00025;
    GDALDataType type = GDT_Byte;
    std::optional<double> no_data = {};
    std::string crs = "EPSG:4326";  // empty = none
    std::vector<std::string> options = {};
    int bands = 1;
};

/// Values 0, 1, 2, ... modulo `modulus`.
inline std::vector<double> counting(std::size_t count, int modulus) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<double>(i % static_cast<std::size_t>(modulus));
    return values;
}

/// Writes a raster; the values fill every band.
inline std::string write_raster(const SmallRaster& raster, std::vector<double> values) {
    start_gdal({});
    CPLStringList options;
    for (const std::string& option : raster.options)
        options.AddString(option.c_str());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* dataset =
        driver->Create(raster.path.c_str(), raster.columns, raster.rows, raster.bands, raster.type, options.List());
    std::array<double, 6> transform{raster.origin_x, raster.pixel, 0.0, raster.origin_y, 0.0, -raster.pixel};
    dataset->SetGeoTransform(transform.data());
    if (!raster.crs.empty()) {
        OGRSpatialReference reference;
        reference.SetFromUserInput(raster.crs.c_str());
        dataset->SetSpatialRef(&reference);
    }
    for (int band = 1; band <= raster.bands; ++band) {
        if (raster.no_data) dataset->GetRasterBand(band)->SetNoDataValue(*raster.no_data);
        if (values.empty()) continue;
        EXPECT_EQ(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, values.data(),
                                                         raster.columns, raster.rows, GDT_Float64, 0, 0, nullptr),
                  CE_None);
    }
    GDALClose(dataset);
    return raster.path;
}

/// A raster with one value everywhere.
inline std::string write_constant(const SmallRaster& raster, double value) {
    return write_raster(
        raster,
        std::vector<double>(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows), value));
}

/// A text file in GDAL's memory file system.
inline std::string write_text(const std::string& path, const std::string& text) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
    return path;
}

/// A GeoJSON collection of features, each given as properties and geometry.
inline std::string write_geojson(const std::string& path,
                                 const std::vector<std::pair<std::string, std::string>>& features,
                                 const std::string& crs = "urn:ogc:def:crs:OGC:1.3:CRS84") {
    start_gdal({});
    std::string text =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")" + crs + R"("}},"features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) {
        text += (i > 0 ? "," : "") + std::string(R"({"type":"Feature","properties":{)") + features[i].first +
                R"(},"geometry":)" + features[i].second + "}";
    }
    return write_text(path, text + "]}");
}

/// A legend whose strata are named after their codes, numbered as given.
inline Legend legend_of(const std::vector<std::string>& codes) {
    Legend legend("legend.csv");
    for (const std::string& code : codes)
        legend.add(code, {.name = "class " + code, .kind = StratumKind::forest});
    return legend;
}

/// All layers of a window.
inline reference::LayerImage read_window(raster::LayerStack& stack, const raster::Window& window) {
    raster::Block block;
    stack.read(window, block);
    return reference::image_of(block);
}

/// All layers of a landscape over its whole grid.
inline reference::LayerImage read_whole(const Landscape& landscape) {
    return read_window(*landscape.open_stack(), {0, 0, landscape.grid().columns, landscape.grid().rows});
}

}  // namespace reddline::gdal_io::tests
