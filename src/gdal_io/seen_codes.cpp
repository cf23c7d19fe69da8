#include "gdal_io/seen_codes.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/open_dataset.hpp"
#include "gdal_io/pixel_codes.hpp"

namespace reddline::gdal_io {

namespace {

/// Collects the different values of pixels until there are too many.
class Values {
public:
    Values(std::optional<double> no_data, std::size_t most) : no_data_{no_data}, most_{most} {}

    /// False once the pixels are no codes, or too many different ones.
    [[nodiscard]] bool add(const std::vector<double>& pixels) {
        for (const double pixel : pixels) {
            if (pixel == last_) continue;  // neighbours are mostly alike
            last_ = pixel;
            if (std::isnan(pixel) || (no_data_ && pixel == *no_data_)) continue;
            if (pixel != std::floor(pixel)) return false;
            values_.insert(pixel);
            if (values_.size() > most_) return false;
        }
        return true;
    }
    [[nodiscard]] const std::set<double>& all() const { return values_; }

private:
    std::optional<double> no_data_;
    std::size_t most_;
    double last_ = std::nan("");
    std::set<double> values_;
};

/// Reads all pixels, some rows at a time; false once they are no codes.
bool read_all(GDALRasterBand& band, const std::string& path, Values& values) {
    const MessageCatcher catcher;
    int block_columns = 0;
    int block_rows = 0;
    band.GetBlockSize(&block_columns, &block_rows);
    const int columns = band.GetXSize();
    constexpr int most_pixels = 1 << 22;  // at a time, whatever the blocks
    const int step = std::clamp(most_pixels / columns, 1, block_rows);
    for (int row = 0; row < band.GetYSize(); row += step) {
        const int rows = std::min(step, band.GetYSize() - row);
        std::vector<double> pixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        if (band.RasterIO(GF_Read, 0, row, columns, rows, pixels.data(), columns, rows, GDT_Float64, 0, 0, nullptr) !=
            CE_None) {
            throw Error(ErrorCode::corrupt_raster, path,
                        "expected pixels in row " + std::to_string(row) +
                            ", found that they cannot be read; fetch the file again. " + catcher.first());
        }
        if (!values.add(pixels)) return false;
    }
    return true;
}

/// The name that the file gives a code, such as those of a colour table in a GIS.
std::string category_of(GDALRasterBand& band, double code) {
    const char* const* const names = band.GetCategoryNames();
    if (names == nullptr || code < 0.0 || code >= CSLCount(names)) return {};
    return names[static_cast<std::size_t>(code)];
}

}  // namespace

std::optional<std::vector<SeenCode>> seen_codes(const std::string& path, std::size_t most) {
    const DatasetPtr dataset = open_raster(path);
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    int is_declared = 0;
    const double no_data = band.GetNoDataValue(&is_declared);
    Values values(is_declared != 0 ? std::optional<double>(no_data) : std::nullopt, most);
    if (!read_all(band, path, values)) return std::nullopt;
    std::vector<SeenCode> codes;
    for (const double value : values.all())
        codes.push_back({code_text(value), category_of(band, value)});
    return codes;
}

}  // namespace reddline::gdal_io
