#include "gdal_io/gdal_layer_stack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

constexpr int columns = 131;
constexpr int rows = 77;

struct Storage {
    std::string name;
    GDALDataType type = GDT_Byte;
    std::optional<double> no_data = {};
    std::vector<std::string> options = {};
    int modulus = 26;
};

// Codes that differ from pixel to pixel, with the file's no-data value sprinkled in.
std::vector<double> scattered(const Storage& storage) {
    std::mt19937 random(20);
    std::vector<double> values(columns * rows);
    for (double& value : values) {
        value = static_cast<double>(random() % static_cast<unsigned>(storage.modulus));
        if (storage.no_data && random() % 9 == 0) value = *storage.no_data;
    }
    return values;
}

// What a byte layer holds for a value, spelled out anew.
std::uint8_t expected_code(double value, const Storage& storage) {
    if (std::isnan(value) || (storage.no_data && value == *storage.no_data)) return raster::no_data;
    return value < 254 ? static_cast<std::uint8_t>(value) : raster::code_overflow;
}

// Named by GoogleTest as it stands here, not by its bytes.
void PrintTo(const Storage& storage, std::ostream* out) {
    *out << storage.name;
}

class StackReadsStorage : public ::testing::TestWithParam<Storage> {};

TEST_P(StackReadsStorage, AtAnyPlaceAsTheValuesWritten) {
    const Storage& storage = GetParam();
    const std::string folder = "/vsimem/stack/" + storage.name;
    const std::vector<double> values = scattered(storage);
    LandscapeSource source;
    source.lossyear = {tests::write_raster({.path = folder + "loss.tif",
                                            .columns = columns,
                                            .rows = rows,
                                            .type = storage.type,
                                            .no_data = storage.no_data,
                                            .options = storage.options},
                                           values)};
    source.treecover2000 = {
        tests::write_constant({.path = folder + "cover.tif", .columns = columns, .rows = rows}, 50)};
    const Landscape landscape(source);
    const auto stack = landscape.open_stack();
    std::mt19937 random(4);
    for (int round = 0; round < 40; ++round) {
        const auto column = static_cast<std::int64_t>(random() % columns);
        const auto row = static_cast<std::int64_t>(random() % rows);
        const raster::Window window{column, row, 1 + static_cast<std::int64_t>(random() % (columns - column)),
                                    1 + static_cast<std::int64_t>(random() % (rows - row))};
        const reference::LayerImage block = tests::read_window(*stack, window);
        ASSERT_EQ(block.loss_code.size(), static_cast<std::size_t>(window.pixels()));
        for (std::int64_t r = window.row; r < window.end_row(); ++r) {
            for (std::int64_t c = window.column; c < window.end_column(); ++c) {
                const double value = values[static_cast<std::size_t>(r * columns + c)];
                ASSERT_EQ(block.loss_code[block.index_of(c, r)], expected_code(value, storage)) << c << ' ' << r;
            }
        }
    }
}

const double nan = std::numeric_limits<double>::quiet_NaN();

INSTANTIATE_TEST_SUITE_P(
    Layouts, StackReadsStorage,
    ::testing::Values(
        Storage{.name = "byte"}, Storage{.name = "byte255", .no_data = 255.0},
        Storage{.name = "nbits5", .options = {"NBITS=5", "COMPRESS=DEFLATE"}},
        Storage{
            .name = "nbits7", .options = {"NBITS=7", "TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32"}, .modulus = 101},
        Storage{.name = "bit", .options = {"NBITS=1", "COMPRESS=CCITTFAX4"}, .modulus = 2},
        Storage{.name = "strips", .options = {"BLOCKYSIZE=1", "COMPRESS=LZW"}},
        Storage{.name = "oddstrips", .options = {"BLOCKYSIZE=7", "COMPRESS=LZW", "PREDICTOR=2"}},
        Storage{.name = "tiles", .options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"}},
        Storage{.name = "oblong", .options = {"TILED=YES", "BLOCKXSIZE=48", "BLOCKYSIZE=16", "COMPRESS=ZSTD"}},
        Storage{.name = "uint16", .type = GDT_UInt16, .no_data = 65535.0, .options = {"COMPRESS=LZW"}, .modulus = 300},
        Storage{.name = "int16", .type = GDT_Int16, .no_data = -32768.0, .modulus = 300},
        Storage{.name = "uint32", .type = GDT_UInt32, .no_data = 4294967295.0},
        Storage{.name = "int32", .type = GDT_Int32, .no_data = -1.0}, Storage{.name = "int64", .type = GDT_Int64},
        Storage{.name = "uint64", .type = GDT_UInt64},
        Storage{.name = "float32", .type = GDT_Float32, .no_data = -3.4e38, .options = {"COMPRESS=LZW", "PREDICTOR=3"}},
        Storage{.name = "float32nan", .type = GDT_Float32, .no_data = nan, .options = {"COMPRESS=DEFLATE"}},
        Storage{.name = "float64", .type = GDT_Float64, .no_data = -9999.0}),
    [](const auto& test) { return test.param.name; });

TEST(GdalLayerStack, ReadsBlocksThatASparseFileDoesNotStore) {
    for (const bool declares : {false, true}) {
        const std::string path = declares ? "/vsimem/stack/sparse255.tif" : "/vsimem/stack/sparse.tif";
        LandscapeSource source;
        source.lossyear = {
            tests::write_raster({.path = path,
                                 .columns = 40,
                                 .rows = 40,
                                 .no_data = declares ? std::optional(255.0) : std::nullopt,
                                 .options = {"SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"}},
                                {})};
        source.treecover2000 = {
            tests::write_constant({.path = "/vsimem/stack/full.tif", .columns = 40, .rows = 40}, 50)};
        EXPECT_THAT(tests::read_whole(Landscape(source)).loss_code, ::testing::Each(declares ? raster::no_data : 0));
    }
}

TEST(GdalLayerStack, JoinsTilesOfDifferentLayouts) {
    const std::vector<double> left = tests::counting(20 * 30, 26);
    const std::vector<double> right = tests::counting(25 * 30, 23);
    LandscapeSource source;
    source.lossyear = {tests::write_raster({.path = "/vsimem/stack/left.tif", .columns = 20, .rows = 30}, left),
                       tests::write_raster({.path = "/vsimem/stack/right.tif",
                                            .columns = 25,
                                            .rows = 30,
                                            .origin_x = 105.0 + 20 * 0.00025,
                                            .type = GDT_UInt16,
                                            .options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"}},
                                           right)};
    source.treecover2000 = {tests::write_constant({.path = "/vsimem/stack/both.tif", .columns = 45, .rows = 30}, 50)};
    const Landscape landscape(source);
    const reference::LayerImage block = tests::read_window(*landscape.open_stack(), {15, 4, 12, 20});
    for (std::int64_t row = 4; row < 24; ++row) {
        for (std::int64_t column = 15; column < 27; ++column) {
            const double value = column < 20 ? left[static_cast<std::size_t>(row * 20 + column)]
                                             : right[static_cast<std::size_t>(row * 25 + column - 20)];
            ASSERT_EQ(block.loss_code[block.index_of(column, row)], value);
        }
    }
}

}  // namespace
}  // namespace reddline::gdal_io
