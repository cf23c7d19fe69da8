#include "gdal_io/picture_file.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>

#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/open_dataset.hpp"

namespace reddline::gdal_io {

void write_png(const Picture& picture, const raster::Grid& grid, const raster::Window& window, std::int64_t side,
               const std::string& path, const std::string& shown) {
    constexpr int channels = 4;
    const auto columns = static_cast<int>(picture.columns);
    const auto rows = static_cast<int>(picture.rows);
    const MessageCatcher catcher;
    const DatasetPtr memory(driver_of("MEM", shown).Create("", columns, rows, channels, GDT_Byte, nullptr));
    if (!memory) fail_to_write(shown, catcher.first());
    place_on_grid(grid, window, side, *memory);
    memory->GetRasterBand(channels)->SetColorInterpretation(GCI_AlphaBand);
    const CPLErr error =
        memory->RasterIO(GF_Write, 0, 0, columns, rows, const_cast<std::uint8_t*>(picture.rgba.data()), columns, rows,
                         GDT_Byte, channels, nullptr, channels, static_cast<GSpacing>(channels) * columns, 1, nullptr);
    if (error != CE_None) fail_to_write(shown, catcher.first());
    CPLStringList options;
    options.SetNameValue("ZLEVEL", "9");
    const DatasetPtr stored(
        driver_of("PNG", shown).CreateCopy(path.c_str(), memory.get(), FALSE, options.List(), nullptr, nullptr));
    if (!stored) fail_to_write(shown, catcher.first());
}

}  // namespace reddline::gdal_io
