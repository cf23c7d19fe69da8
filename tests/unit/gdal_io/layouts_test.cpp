#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gdal_io/landscape.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/halo_plan.hpp"
#include "reference/crosstab_naive.hpp"
#include "reference/draw.hpp"
#include "support/faulty_files.hpp"
#include "unit/gdal_io/block_decodes.hpp"
#include "unit/gdal_io/small_raster.hpp"
#include "unit/pipeline/random_landscape.hpp"

// Random landscapes, stored in random ways, counted through the real reader: the naive twin's tables, and no block decoded
// more often than the plan says.

namespace reddline::gdal_io {
namespace {

using pipeline::RandomLandscape;
using ::reddline::tests::FaultyFiles;
using reference::Draw;
using ::testing::Each;
using ::testing::Le;

constexpr int columns = 300;
constexpr int rows = 260;

using Codes = std::vector<std::uint8_t>;

/// How one file stores its codes.
struct Layout {
    std::vector<std::string> options;
    GDALDataType type = GDT_Byte;
    int bits = 8;                   // codes are below 2^bits
    std::optional<double> no_data;  // the mark of a gap; none can be stored without it
};

template <class Value>
const Value& one_of(Draw& draw, const std::vector<Value>& values) {
    return values[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(values.size()) - 1))];
}

std::vector<std::string> random_blocks(Draw& draw) {
    static const std::vector<std::string> strips{"1", "7", "64", "260"};
    static const std::vector<std::string> sides{"16", "256", "400", "512"};
    if (draw.whole(0, 1) == 0) return {"BLOCKYSIZE=" + one_of(draw, strips)};
    const std::string& side = one_of(draw, sides);
    const std::string& height = draw.whole(0, 3) == 0 ? one_of(draw, sides) : side;
    return {"TILED=YES", "BLOCKXSIZE=" + side, "BLOCKYSIZE=" + height};
}

/// Whether the files of a landscape are cut alike.
enum class Cut {
    any,   ///< each file into blocks of its own, some layers into two files
    same,  ///< all into the same blocks, each layer one file
};

/// Any layout that holds codes of `bits` bits, in these blocks.
Layout random_layout(Draw& draw, int bits, const std::vector<std::string>& blocks) {
    static const std::vector<std::string> compressions{"NONE", "LZW", "DEFLATE", "ZSTD"};
    Layout layout{.options = blocks, .bits = bits, .no_data = {}};
    const std::string& compression = bits == 1 && draw.whole(0, 1) == 0 ? "CCITTFAX4" : one_of(draw, compressions);
    layout.options.push_back("COMPRESS=" + compression);
    if (draw.whole(0, 1) == 0) layout.options.emplace_back("SPARSE_OK=TRUE");
    if (bits < 8 && (compression == "CCITTFAX4" || draw.whole(0, 1) == 0)) {
        layout.options.push_back("NBITS=" + std::to_string(compression == "CCITTFAX4" ? 1 : bits));
        return layout;
    }
    static const std::vector<std::pair<GDALDataType, double>> types{
        {GDT_Byte, 255.0}, {GDT_UInt16, 65535.0}, {GDT_Int16, -9999.0}, {GDT_Float32, -9999.0}};
    const auto& [type, no_data] = one_of(draw, types);
    layout.type = type;
    if (draw.whole(0, 2) > 0) layout.no_data = no_data;
    if (type == GDT_Float32 && draw.whole(0, 1) == 0) layout.no_data = std::numeric_limits<double>::quiet_NaN();
    const bool is_plain = compression == "NONE";
    if (!is_plain && draw.whole(0, 1) == 0) {
        layout.options.emplace_back(type == GDT_Float32 ? "PREDICTOR=3" : "PREDICTOR=2");
    }
    return layout;
}

/// What a layer's pixels stand for in a file: the code itself, but for a map's strata the code of its legend.
struct Meaning {
    int bits = 8;
    std::vector<double> values = {};  // by code; empty = the code itself
    std::uint8_t gap = 255;           // the code of no data
};

/// Writes columns `first` to `end` of a layer; codes that the layout cannot hold are changed in the layer as well.
std::string write_columns(const std::string& path, Codes& codes, int first, int end, const Layout& layout,
                          const Meaning& meaning) {
    std::vector<double> values;
    for (int row = 0; row < rows; ++row) {
        for (int column = first; column < end; ++column) {
            std::uint8_t& code = codes[static_cast<std::size_t>(row * columns + column)];
            if (code != meaning.gap && layout.bits < 8) code = static_cast<std::uint8_t>(code % (1 << layout.bits));
            if (code == meaning.gap && !layout.no_data) code = 0;
            if (code == meaning.gap) {
                values.push_back(*layout.no_data);
            } else {
                values.push_back(meaning.values.empty() ? code : meaning.values[code]);
            }
        }
    }
    tests::write_raster({.path = path,
                         .columns = end - first,
                         .rows = rows,
                         .origin_x = 105.0 + first * 0.00025,
                         .type = layout.type,
                         .no_data = layout.no_data,
                         .options = layout.options},
                        values);
    FaultyFiles::installed().watch(path, {});
    return FaultyFiles::faulty(path);
}

/// Writes the layers of a landscape.
class LayerWriter {
public:
    LayerWriter(Draw& draw, Cut cut) : draw_{draw}, cut_{cut}, blocks_{random_blocks(draw)} {}

    /// Writes a layer as one file, or as two side by side.
    std::vector<std::string> write(const std::string& name, Codes& codes, const Meaning& meaning) {
        const bool is_whole = cut_ == Cut::same || draw_.whole(0, 1) == 0;
        const int seam = is_whole ? columns : static_cast<int>(draw_.whole(20, columns - 20));
        std::vector<std::string> written{write_part(name + "_west", codes, 0, seam, meaning)};
        if (!is_whole) written.push_back(write_part(name + "_east", codes, seam, columns, meaning));
        files_.insert(files_.end(), written.begin(), written.end());
        return written;
    }
    /// All files written so far.
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

private:
    std::string write_part(const std::string& name, Codes& codes, int first, int end, const Meaning& meaning) {
        const Layout layout = random_layout(draw_, meaning.bits, cut_ == Cut::same ? blocks_ : random_blocks(draw_));
        return write_columns("/vsimem/layouts/" + name + ".tif", codes, first, end, layout, meaning);
    }

    Draw& draw_;
    Cut cut_;
    std::vector<std::string> blocks_;
    std::vector<std::string> files_;
};

struct StoredLandscape {
    RandomLandscape landscape;
    LandscapeSource source;
    std::vector<std::string> files;
};

StoredLandscape stored_landscape(Draw& draw, Cut cut) {
    StoredLandscape stored{pipeline::random_landscape(draw, columns, rows, pipeline::PixelAreas::by_row), {}, {}};
    reference::LayerImage& layers = stored.landscape.layers;
    // Corners that a sparse file does not store.
    for (Codes* layer : {&layers.loss_code, &layers.cover_pct}) {
        for (int i = 0; i < 80 * columns; ++i)
            (*layer)[static_cast<std::size_t>(i)] = i % columns < 120 ? 0 : (*layer)[static_cast<std::size_t>(i)];
    }
    LayerWriter writer(draw, cut);
    const bool fits_few_bits = draw.whole(0, 1) == 0;
    stored.source.lossyear = writer.write("loss", layers.loss_code, {.bits = fits_few_bits ? 5 : 8});
    stored.source.treecover2000 =
        writer.write("cover", layers.cover_pct, {.bits = fits_few_bits ? static_cast<int>(draw.whole(6, 7)) : 8});
    stored.source.datamask = writer.write("mask", layers.land, {.bits = static_cast<int>(draw.whole(1, 2))});
    // The legends of pipeline::two_maps.
    const std::vector<Meaning> meanings{{.bits = 4, .values = {7, 8}, .gap = 2},
                                        {.bits = 3, .values = {1, 2, 3, 4}, .gap = 4}};
    for (std::size_t map = 0; map < meanings.size(); ++map) {
        std::replace(layers.strata[map].begin(), layers.strata[map].end(), raster::unlisted_stratum, std::uint8_t{0});
        StrataSource strata;
        strata.map = stored.landscape.rules.maps[map];
        strata.rasters = writer.write("strata" + std::to_string(map), layers.strata[map], meanings[map]);
        stored.source.strata.push_back(strata);
    }
    stored.files = writer.files();
    return stored;
}

std::vector<raster::Band> plan_of(const Landscape& opened, const RandomLandscape& landscape) {
    const raster::HaloNeeds needs{.halo = landscape.rules.halo,
                                  .layers = 5,
                                  .area_per_pixel = false,
                                  .file_bytes_per_pixel = opened.bytes_per_pixel(),
                                  .rows_in_use = rows};
    const auto shape = raster::shape_with_halo(opened.native_blocks(), opened.grid(), needs);
    EXPECT_TRUE(shape.has_value());
    return raster::plan_bands(opened.grid(), *shape, landscape.runs());
}

std::vector<raster::Window> windows_of(const std::vector<raster::Band>& plan) {
    std::vector<raster::Window> windows;
    for (const raster::Band& band : plan)
        windows.insert(windows.end(), band.begin(), band.end());
    return windows;
}

/// Puts the second map on a grid of twice the pixel size, in blocks of its own.
void put_on_coarse_grid(Draw& draw, StoredLandscape& stored) {
    Codes& fine = stored.landscape.layers.strata[1];
    constexpr std::uint8_t gap = 4;  // of the four strata, in the file codes 1 to 4; 0 is no data
    std::vector<double> coarse;
    for (int row = 0; row < rows; row += 2) {
        for (int column = 0; column < columns; column += 2) {
            const auto corner = static_cast<std::size_t>(row * columns + column);
            const std::uint8_t code = fine[corner];
            for (const int right_or_below : {1, columns, columns + 1})
                fine[corner + static_cast<std::size_t>(right_or_below)] = code;
            coarse.push_back(code == gap ? 0.0 : code + 1.0);
        }
    }
    StrataSource& strata = stored.source.strata[1];
    strata.rasters = {tests::write_raster({.path = "/vsimem/layouts/coarse.tif",
                                           .columns = columns / 2,
                                           .rows = rows / 2,
                                           .pixel = 0.0005,
                                           .no_data = 0.0,
                                           .options = random_blocks(draw)},
                                          coarse)};
    strata.nearest = true;
}

/// How often a block may be decoded under the patch filter: by each band whose windows, with their halo, reach it.
std::int64_t most_bands_at_a_block(const std::vector<raster::Band>& plan, std::int64_t halo, std::int64_t block_rows) {
    std::int64_t most = 0;
    for (std::int64_t row = 0; row < rows; row += block_rows) {
        const auto reaches = [&](const raster::Band& band) {
            return std::ranges::any_of(band, [&](const raster::Window& window) {
                return window.row - halo < row + block_rows && window.end_row() + halo > row;
            });
        };
        most = std::max<std::int64_t>(most, std::ranges::count_if(plan, reaches));
    }
    return most;
}

void leave_as_it_is(Draw&, StoredLandscape&) {}

void expect_naive_tables(std::uint64_t seed, Cut cut, double min_area_ha,
                         const std::function<void(Draw&, StoredLandscape&)>& change = leave_as_it_is) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Draw draw(seed);
    StoredLandscape stored = stored_landscape(draw, cut);
    change(draw, stored);
    RandomLandscape& landscape = stored.landscape;
    const Landscape opened(stored.source);
    // Areas are tested elsewhere; everything else is what was written, not what was read.
    landscape.layers.area_cm2 = tests::read_whole(opened).area_cm2;
    landscape.rules.min_area_ha = min_area_ha;
    landscape.rules.halo = raster::halo_of(min_area_ha, opened.smallest_pixel_cm2());
    const std::vector<raster::Band> plan = plan_of(opened, landscape);
    const auto expected =
        reference::crosstab_naive(landscape.layers, landscape.zones, windows_of(plan), landscape.rules);
    const auto joined = raster::joined_bands(plan, raster::windows_ahead);
    for (const std::size_t threads : {1U, 2U, 8U}) {
        for (const auto* bands : {&plan, &joined}) {
            tests::forget_reads(stored.files);
            EXPECT_EQ(
                pipeline::crosstab_tiles(*bands, opened.grid(), landscape.runs(), [&] { return opened.open_stack(); },
                                         landscape.rules, {.threads = threads}),
                expected)
                << threads << " threads";
            if (min_area_ha > 0.0 && cut != Cut::same) continue;
            // Where files are cut differently, a block lies in two bands at most, and each band decodes it once.
            const std::int64_t without_halo = cut == Cut::same ? 1 : 2;
            const std::int64_t promised = min_area_ha > 0.0 ? most_bands_at_a_block(*bands, landscape.rules.halo,
                                                                                    opened.native_blocks().front().rows)
                                                            : without_halo;
            for (const std::string& file : stored.files)
                EXPECT_THAT(tests::block_decodes(file), Each(Le(promised))) << file << ", " << threads << " threads";
        }
    }
}

TEST(Layouts, GiveTheNaiveTwinsTablesHoweverEachLayerIsStored) {
    for (std::uint64_t seed = 1; seed <= 24; ++seed)
        expect_naive_tables(seed, Cut::any, 0.0);
}

TEST(Layouts, GiveTheNaiveTwinsTablesWithEachBlockDecodedOnceWhereAllFilesAreCutAlike) {
    for (std::uint64_t seed = 41; seed <= 52; ++seed)
        expect_naive_tables(seed, Cut::same, 0.0);
}

TEST(Layouts, GiveTheNaiveTwinsTablesWithAMapOnAnotherGrid) {
    for (std::uint64_t seed = 71; seed <= 82; ++seed)
        expect_naive_tables(seed, Cut::any, seed % 2 == 0 ? 0.5 : 0.0, put_on_coarse_grid);
}

TEST(Layouts, GiveTheNaiveTwinsTablesUnderThePatchFilter) {
    for (std::uint64_t seed = 101; seed <= 112; ++seed)
        expect_naive_tables(seed, seed % 3 == 0 ? Cut::same : Cut::any, seed % 2 == 0 ? 0.5 : 1.5);
}

}  // namespace
}  // namespace reddline::gdal_io
