#include "gdal_io/map_raster.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <vector>

#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/map_overviews.hpp"
#include "gdal_io/new_dataset.hpp"

namespace reddline::gdal_io {

namespace {

// Broad and low, so that windows as wide as the grid and few rows high touch few blocks at a time.
constexpr std::int64_t scratch_block_rows = 128;
constexpr std::array scratch_options{"TILED=YES",    "BLOCKXSIZE=512", "BLOCKYSIZE=128",
                                     "COMPRESS=LZW", "BIGTIFF=YES",    "SPARSE_OK=TRUE"};

void set_look(const MapLook& look, GDALDataset& dataset) {
    GDALRasterBand& band = *dataset.GetRasterBand(1);
    band.SetNoDataValue(0.0);
    GDALColorTable colours;
    std::vector<std::string> names(look.classes.empty() ? 1 : std::size_t{look.classes.back().value} + 1);
    const GDALColorEntry none{0, 0, 0, 0};
    colours.SetColorEntry(0, &none);
    for (const MapClass& one : look.classes) {
        const GDALColorEntry entry{one.colour.red, one.colour.green, one.colour.blue, 255};
        colours.SetColorEntry(one.value, &entry);
        names[one.value] = one.name;
    }
    band.SetColorTable(&colours);
    CPLStringList list;
    for (const std::string& name : names)
        list.AddString(name.c_str());
    band.SetCategoryNames(list.List());
    for (const auto& [name, text] : look.facts)
        dataset.SetMetadataItem(name.c_str(), text.c_str());
}

int go_on(double, const char*, void* stop) {
    return static_cast<const std::atomic<bool>*>(stop)->load() ? FALSE : TRUE;
}

}  // namespace

void keep_open_blocks(std::int64_t columns, std::int64_t bytes_per_column) {
    constexpr std::int64_t least_bytes = std::int64_t{64} << 20;
    GDALSetCacheMax64(std::max(least_bytes, 2 * scratch_block_rows * columns * bytes_per_column));
}

MapRaster::MapRaster(const raster::Grid& grid, const raster::Window& bounds, MapDepth depth, const MapLook& look,
                     const std::string& scratch, const std::string& shown)
    : bounds_{bounds}, scratch_{scratch}, shown_{shown} {
    const MessageCatcher catcher;
    CPLStringList options;
    for (const char* const option : scratch_options)
        options.AddString(option);
    dataset_.reset(driver_of("GTiff", shown)
                       .Create(scratch.c_str(), static_cast<int>(bounds.columns), static_cast<int>(bounds.rows), 1,
                               depth == MapDepth::byte ? GDT_Byte : GDT_UInt16, options.List()));
    if (!dataset_) fail_to_write(shown_, catcher.first());
    place_on_grid(grid, bounds, 1, *dataset_);
    set_look(look, *dataset_);
}

MapRaster::~MapRaster() {
    dataset_.reset();
    remove_dataset("GTiff", scratch_);  // with its overviews, which are side files
}

void MapRaster::write(const raster::Window& window, std::span<const std::uint8_t> values) {
    write(window, values.data(), GDT_Byte);
}

void MapRaster::write(const raster::Window& window, std::span<const std::uint16_t> values) {
    write(window, values.data(), GDT_UInt16);
}

void MapRaster::write(const raster::Window& window, const void* values, int type) {
    const MessageCatcher catcher;
    const CPLErr error = dataset_->GetRasterBand(1)->RasterIO(
        GF_Write, static_cast<int>(window.column - bounds_.column), static_cast<int>(window.row - bounds_.row),
        static_cast<int>(window.columns), static_cast<int>(window.rows), const_cast<void*>(values),
        static_cast<int>(window.columns), static_cast<int>(window.rows), static_cast<GDALDataType>(type), 0, 0,
        nullptr);
    if (error != CE_None || catcher.any()) fail_to_write(shown_, catcher.first());
}

void MapRaster::store(const std::string& path, std::size_t threads, const std::atomic<bool>& stop) {
    const MessageCatcher catcher;
    dataset_.reset();
    if (catcher.any()) fail_to_write(shown_, catcher.first());
    add_overviews(scratch_, shown_, stop);
    const DatasetPtr written = open_raster(scratch_);
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("OVERVIEWS", "FORCE_USE_EXISTING");
    options.SetNameValue("SPARSE_OK", "TRUE");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    options.SetNameValue("NUM_THREADS", std::to_string(threads).c_str());
    const DatasetPtr stored(driver_of("COG", shown_)
                                .CreateCopy(path.c_str(), written.get(), TRUE, options.List(), go_on,
                                            const_cast<std::atomic<bool>*>(&stop)));
    if (!stored) fail_unless_stopped(stop, shown_, catcher.first());
}

}  // namespace reddline::gdal_io
