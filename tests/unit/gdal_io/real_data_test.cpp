#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "gdal_io/landscape.hpp"
#include "gdal_io/zone_source.hpp"
#include "unit/gdal_io/small_raster.hpp"

// Published landscapes, where they are at hand. The counts are those of the rasters as published: their histograms, taken
// with other tools.
namespace reddline::gdal_io {
namespace {

class RealData : public ::testing::Test {
protected:
    void SetUp() override {
        const char* folder = std::getenv("REDDLINE_DATA");
        if (folder == nullptr || !std::filesystem::exists(std::string(folder) + "/neiba")) {
            GTEST_SKIP() << "skipped: no real data";
        }
        folder_ = std::string(folder) + "/";
        start_gdal({});
    }

    [[nodiscard]] LandscapeSource neiba() const {
        const std::string prefix = folder_ + "neiba/Hansen_GFC-2020-v1.8_";
        LandscapeSource source;
        source.lossyear = {prefix + "lossyear_20N_080W.tif"};
        source.treecover2000 = {prefix + "treecover2000_20N_080W.tif"};
        return source;
    }

    std::string folder_;
};

struct LossCounts {
    std::int64_t forest = 0;
    std::int64_t lost_forest = 0;
    std::int64_t lost_elsewhere = 0;
};

LossCounts count(const reference::LayerImage& block, int canopy_pct) {
    LossCounts counts;
    for (std::size_t i = 0; i < block.loss_code.size(); ++i) {
        const bool is_forest = block.cover_pct[i] > canopy_pct && block.cover_pct[i] <= 100;
        const bool is_lost = block.loss_code[i] >= 1 && block.loss_code[i] <= 20;
        counts.forest += is_forest ? 1 : 0;
        counts.lost_forest += is_forest && is_lost ? 1 : 0;
        counts.lost_elsewhere += !is_forest && is_lost ? 1 : 0;
    }
    return counts;
}

// The band as doubles, read by GDAL's RasterIO: another path than the block reader's.
std::vector<double> raster_io(GDALDatasetH dataset) {
    const int columns = GDALGetRasterXSize(dataset);
    const int rows = GDALGetRasterYSize(dataset);
    std::vector<double> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    EXPECT_EQ(GDALRasterIO(GDALGetRasterBand(dataset, 1), GF_Read, 0, 0, columns, rows, values.data(), columns, rows,
                           GDT_Float64, 0, 0),
              CE_None);
    return values;
}

TEST_F(RealData, NeibaHasThePublishedForestAndLoss) {
    const Landscape landscape(neiba());
    EXPECT_EQ(landscape.grid().columns, 1909);
    EXPECT_EQ(landscape.grid().rows, 490);
    const LossCounts counts = count(tests::read_whole(landscape), 30);
    EXPECT_EQ(counts.forest, 542623);
    EXPECT_EQ(counts.lost_forest, 51024);
    EXPECT_EQ(counts.lost_elsewhere, 4132);
}

TEST_F(RealData, AnnamitesReadAsUInt16) {
    LandscapeSource source;
    source.lossyear = {folder_ + "annamites/pkgTest_lossyear.tif"};
    source.treecover2000 = {folder_ + "annamites/pkgTest_treecover2000.tif"};
    const reference::LayerImage block = tests::read_whole(Landscape(source));
    const LossCounts any_cover = count(block, 0);
    EXPECT_EQ(any_cover.lost_elsewhere, 19100);
    EXPECT_EQ(any_cover.lost_forest, 176228 - 19100);
}

TEST_F(RealData, DatamaskReadsAsFloat32) {
    const std::string path = folder_ + "datamask/singrauli-water.tif";
    LandscapeSource source;
    source.lossyear = {tests::write_constant(
        {.path = "/vsimem/real/loss.tif", .columns = 1280, .rows = 400, .origin_x = 82.48, .origin_y = 24.2}, 0)};
    source.treecover2000 = source.lossyear;
    source.datamask = {path};
    const reference::LayerImage block = tests::read_whole(Landscape(source));
    GDALDatasetH dataset = GDALOpen(path.c_str(), GA_ReadOnly);
    const std::vector<double> values = raster_io(dataset);
    GDALClose(dataset);
    ASSERT_EQ(block.land.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        ASSERT_EQ(block.land[i], values[i] < 0 ? raster::no_data : static_cast<std::uint8_t>(values[i]));
    }
    EXPECT_GT(std::ranges::count(block.land, 2), 0);
}

TEST_F(RealData, ForestTypesAreSampledAsGdalwarpSamplesThem) {
    LandscapeSource source = neiba();
    StrataSource strata;
    std::vector<std::string> codes;
    for (int code = 0; code < 250; ++code)
        codes.push_back(std::to_string(code));
    strata.map.legend = tests::legend_of(codes);
    strata.rasters = {folder_ + "neiba/forest_types/W080N20_LC100_v3.0.1_2015.tif"};
    strata.nearest = true;
    source.strata = {strata};
    const Landscape landscape(source);
    const reference::LayerImage block = tests::read_whole(landscape);
    const raster::Grid& grid = landscape.grid();
    CPLStringList arguments;
    for (const char* word : {"-r", "near", "-of", "MEM", "-te"})
        arguments.AddString(word);
    for (const double value : {grid.origin_x, grid.y_of(static_cast<double>(grid.rows)),
                               grid.x_of(static_cast<double>(grid.columns)), grid.origin_y}) {
        arguments.AddString(CPLSPrintf("%.17g", value));
    }
    arguments.AddString("-tr");
    arguments.AddString(CPLSPrintf("%.17g", grid.pixel_width));
    arguments.AddString(CPLSPrintf("%.17g", grid.pixel_height));
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    GDALDatasetH types = GDALOpen(strata.rasters[0].c_str(), GA_ReadOnly);
    GDALDatasetH target = GDALWarp("", nullptr, 1, &types, options, nullptr);
    const std::vector<double> expected = raster_io(target);
    GDALClose(target);
    GDALClose(types);
    GDALWarpAppOptionsFree(options);
    ASSERT_EQ(block.strata[0].size(), expected.size());
    std::int64_t different = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double code =
            block.strata[0][i] == codes.size() ? 255.0 : block.strata[0][i];  // none: the file's no data
        different += code == expected[i] ? 0 : 1;
    }
    EXPECT_EQ(different, 0);
}

TEST_F(RealData, ZonesAreThePixelsThatGdalRasterizeBurns) {
    const Landscape landscape(neiba());
    const raster::Grid& grid = landscape.grid();
    const std::string path = folder_ + "neiba/zones.geojson";
    std::vector<ZoneSource> sources;
    for (const char* name : {"project", "belt", "reference"}) {
        ZoneSource source;
        source.zone.name = name;
        source.path = path;
        source.where = std::string("name = '") + name + "'";
        sources.push_back(source);
    }
    const ZonesOnGrid zones = read_zones(sources, grid);
    ASSERT_EQ(zones.zones.size(), 3U);
    GDALDataset* vectors = GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR);
    for (std::uint32_t zone = 0; zone < 3; ++zone) {
        OGRLayer* layer = vectors->GetLayer(0);
        layer->SetAttributeFilter(sources[zone].where.c_str());
        const OGRFeatureUniquePtr feature{layer->GetNextFeature()};
        GDALDatasetH burned = GDALCreate(GDALGetDriverByName("MEM"), "", static_cast<int>(grid.columns),
                                         static_cast<int>(grid.rows), 1, GDT_Byte, nullptr);
        std::array<double, 6> transform{grid.origin_x, grid.pixel_width, 0, grid.origin_y, 0, -grid.pixel_height};
        GDALSetGeoTransform(burned, transform.data());
        std::array<int, 1> bands{1};
        std::array<double, 1> values{1.0};
        std::array<OGRGeometryH, 1> geometries{OGRGeometry::ToHandle(feature->GetGeometryRef())};
        EXPECT_EQ(GDALRasterizeGeometries(burned, 1, bands.data(), 1, geometries.data(), nullptr, nullptr,
                                          values.data(), nullptr, nullptr, nullptr),
                  CE_None);
        const std::vector<double> expected = raster_io(burned);
        GDALClose(burned);
        std::vector<double> ours(expected.size());
        for (const raster::Span& span : zones.spans) {
            if (span.area != zone) continue;
            std::fill(ours.begin() + span.row * grid.columns + span.first,
                      ours.begin() + span.row * grid.columns + span.end, 1.0);
        }
        EXPECT_EQ(ours, expected) << sources[zone].zone.name;
        EXPECT_GT(std::ranges::count(expected, 1.0), 1000);
    }
    GDALClose(vectors);
}

}  // namespace
}  // namespace reddline::gdal_io
