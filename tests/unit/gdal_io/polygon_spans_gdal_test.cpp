#include <gdal.h>
#include <gdal_alg.h>
#include <gtest/gtest.h>
#include <ogr_api.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kernels/polygon_spans.hpp"
#include "reference/polygon_spans_naive.hpp"
#include "reference/random_polygons.hpp"

namespace reddline::kernels {
namespace {

using reference::PolygonKind;
using reference::Ring;
using reference::Rings;

constexpr int columns = 24;
constexpr int rows = 18;

/// From a map with north up, one unit per pixel and the origin at the upper-left corner, to pixels: no digit
/// is lost.
int map_to_pixels(void*, int, int count, double*, double* y, double*, int* success) {
    for (int i = 0; i < count; ++i) {
        y[i] = -y[i];
        success[i] = TRUE;
    }
    return TRUE;
}

using Geometry = std::unique_ptr<void, decltype(&OGR_G_DestroyGeometry)>;

Geometry polygon_on_map(const Rings& rings) {
    Geometry polygon(OGR_G_CreateGeometry(wkbPolygon), &OGR_G_DestroyGeometry);
    for (const Ring& ring : rings) {
        const OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
        for (const PixelPoint& corner : ring)
            OGR_G_AddPoint_2D(line, corner.column, -corner.row);
        const PixelPoint& first = ring.front();
        const bool closed = ring.size() > 1 && first.column == ring.back().column && first.row == ring.back().row;
        if (!closed) OGR_G_AddPoint_2D(line, first.column, -first.row);
        OGR_G_AddGeometryDirectly(polygon.get(), line);
    }
    return polygon;
}

/// A raster in memory that GDAL burns polygons into.
class GdalRaster {
public:
    GdalRaster() {
        GDALAllRegister();
        dataset_ = GDALCreate(GDALGetDriverByName("MEM"), "", columns, rows, 1, GDT_Byte, nullptr);
    }
    ~GdalRaster() { GDALClose(dataset_); }
    GdalRaster(const GdalRaster&) = delete;
    GdalRaster& operator=(const GdalRaster&) = delete;

    std::vector<bool> burned(const Rings& rings) {
        const Geometry polygon = polygon_on_map(rings);
        const OGRGeometryH geometry = polygon.get();
        const int band = 1;
        const double value = 1.0;
        std::vector<std::uint8_t> bytes(std::size_t{columns} * rows);
        const GDALRasterBandH target = GDALGetRasterBand(dataset_, band);
        EXPECT_EQ(GDALFillRaster(target, 0.0, 0.0), CE_None);
        EXPECT_EQ(GDALRasterizeGeometries(dataset_, 1, &band, 1, &geometry, map_to_pixels, nullptr, &value, nullptr,
                                          nullptr, nullptr),
                  CE_None);
        EXPECT_EQ(GDALRasterIO(target, GF_Read, 0, 0, columns, rows, bytes.data(), columns, rows, GDT_Byte, 0, 0),
                  CE_None);
        return {bytes.begin(), bytes.end()};
    }

private:
    GDALDatasetH dataset_ = nullptr;
};

std::vector<bool> ours(const Rings& rings) {
    std::vector<PixelSpan> spans;
    polygon_spans(rings, columns, rows, spans);
    return reference::mask_of(spans, columns, rows);
}

/// The corners as they could be typed in again.
std::string corners_of(const Rings& rings) {
    std::string text;
    for (const Ring& ring : rings) {
        for (const PixelPoint& corner : ring) {
            text += "(" + std::to_string(corner.column) + " " + std::to_string(corner.row) + ") ";
        }
        text += "\n";
    }
    return text;
}

class PolygonSpansAgainstGdal : public testing::TestWithParam<PolygonKind> {};

TEST_P(PolygonSpansAgainstGdal, FillExactlyThePixelsThatGdalBurns) {
    GdalRaster raster;
    reference::Draw draw(1'000 + static_cast<std::uint64_t>(GetParam()));
    std::int64_t burned_pixels = 0;
    for (int round = 0; round < 5'000; ++round) {
        const Rings rings = reference::random_polygon(draw, GetParam());
        const std::vector<bool> burned = raster.burned(rings);
        ASSERT_EQ(ours(rings), burned) << "polygon " << round << "\n" << corners_of(rings);
        burned_pixels += std::ranges::count(burned, true);
    }
    EXPECT_EQ(burned_pixels > 0, GetParam() != PolygonKind::outside);
}

INSTANTIATE_TEST_SUITE_P(AllKinds, PolygonSpansAgainstGdal, testing::ValuesIn(reference::all_polygon_kinds),
                         [](const auto& kind) { return reference::name_of(kind.param); });

}  // namespace
}  // namespace reddline::kernels
