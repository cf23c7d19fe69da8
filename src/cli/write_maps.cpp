#include "cli/write_maps.hpp"

#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/messages.hpp"
#include "cli/new_file.hpp"
#include "gdal_io/map_raster.hpp"
#include "gdal_io/picture_file.hpp"
#include "gdal_io/zone_outlines.hpp"
#include "pipeline/map_cell_sums.hpp"
#include "pipeline/map_tiles.hpp"
#include "pipeline/ordered_map.hpp"
#include "raster/pixel_width.hpp"
#include "report/map_json.hpp"
#include "report/map_pictures.hpp"
#include "report/map_qml.hpp"
#include "report/map_sheets.hpp"
#include "report/zone_attributes.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t most_cells = 1200;       // of a picture, along its longer side
constexpr std::int64_t least_share_pixels = 4;  // along a cell, of which a share can be told

constexpr const char* share_picture = "loss_share.png";

/// The two maps of a strata map while they are written.
struct OpenSheet {
    std::unique_ptr<gdal_io::MapRaster> loss;
    std::unique_ptr<gdal_io::MapRaster> strata;  // null without a strata map
};

/// Everything that the maps of one audit share.
class MapWriter {
public:
    MapWriter(const RasterInputs& rasters, const LoadedTables& tables, const AuditResult& results,
              const Options& options, const std::atomic<bool>& stop, const OutputDirectory& output)
        : rasters_{rasters},
          tables_{tables},
          results_{results},
          options_{options},
          stop_{stop},
          output_{output},
          sheets_{report::map_sheets(tables.audit)},
          shown_first_{report::default_sheet(sheets_, results.default_reading.strata_map)},
          bounds_{rasters.zones.bounds()} {}

    void write() const {
        std::error_code error;
        fs::create_directory(output_.folder() / maps_folder, error);
        if (error) fail_to_write(output_.folder() / maps_folder, error.message());
        std::vector<OpenSheet> open = begun_sheets();
        paint_with_pictures(open);
        store_all(std::move(open));
        write_zones();
    }

private:
    [[nodiscard]] const AuditCase& audit() const { return tables_.audit; }
    [[nodiscard]] const ForestRule& forest() const { return results_.default_reading.forest; }

    void write_file(const std::string& name,
                    const std::function<void(const std::string& path, const std::string& shown)>& make) const {
        output_.write_file(std::string(maps_folder) + "/" + name,
                           [&](const fs::path& path, const fs::path& shown) { make(path.string(), shown.string()); });
    }
    void write_text(const std::string& name, const std::string& text) const {
        output_.write(std::string(maps_folder) + "/" + name, text);
    }

    [[nodiscard]] std::unique_ptr<gdal_io::MapRaster> begun(const std::string& name, gdal_io::MapDepth depth,
                                                            const MapLook& look) const {
        std::unique_ptr<gdal_io::MapRaster> raster;
        write_file(name, [&](const std::string& path, const std::string& shown) {
            raster = std::make_unique<gdal_io::MapRaster>(rasters_.landscape.grid(), bounds_, depth, look,
                                                          path + ".partial.tif", shown);
        });
        return raster;
    }
    [[nodiscard]] OpenSheet begun(const report::MapSheet& sheet) const {
        using gdal_io::MapDepth;
        const MapDepth depth = sheet.values.fit_byte() ? MapDepth::byte : MapDepth::word;
        OpenSheet open{begun(sheet.loss_file + ".tif", depth, report::loss_look(audit(), forest(), sheet)), nullptr};
        if (sheet.map) {
            open.strata = begun(sheet.strata_file + ".tif", MapDepth::byte, report::strata_look(audit(), sheet));
        }
        return open;
    }
    void store(const std::string& name, std::unique_ptr<gdal_io::MapRaster> raster) const {
        write_file(name,
                   [&](const std::string& path, const std::string&) { raster->store(path, rasters_.threads, stop_); });
    }

    [[nodiscard]] std::vector<OpenSheet> begun_sheets() const;
    void paint_with_pictures(const std::vector<OpenSheet>& open) const;
    void store_all(std::vector<OpenSheet> open) const;
    void paint(const std::vector<OpenSheet>& open, std::vector<pipeline::MapCellSums>& pictures) const;
    void write_picture(const std::string& name, const Picture& picture, std::int64_t side) const;
    void write_zones() const;

    const RasterInputs& rasters_;
    const LoadedTables& tables_;
    const AuditResult& results_;
    const Options& options_;
    const std::atomic<bool>& stop_;
    const OutputDirectory& output_;
    std::vector<report::MapSheet> sheets_;
    std::size_t shown_first_;  // the sheet of the default reading
    raster::Window bounds_;
};

void MapWriter::paint(const std::vector<OpenSheet>& open, std::vector<pipeline::MapCellSums>& pictures) const {
    const std::vector<raster::Band>& plan = rasters_.plan.bands;
    Progress progress(options_, raster::windows_in(plan), bytes_per_window(rasters_.landscape, audit(), plan));
    const pipeline::PassControl control{
        .threads = rasters_.threads, .progress = [&](std::size_t done) { progress.show(done); }, .stop = &stop_};
    pipeline::CrosstabRules rules = rules_of(rasters_.landscape, audit());
    rules.min_area_ha = forest().min_area_ha;
    pipeline::paint_tiles(
        plan, rasters_.landscape.grid(), rasters_.zones, [&] { return rasters_.landscape.open_stack(); }, rules,
        forest(), control,
        [&](const pipeline::MapTile& tile) {
            for (std::size_t i = 0; i < open.size(); ++i) {
                open[i].loss->write(tile.window, tile.loss[i]);
                if (open[i].strata) open[i].strata->write(tile.window, tile.strata[i]);
            }
            for (pipeline::MapCellSums& picture : pictures)
                picture.add(tile.window, tile.loss[shown_first_]);
        });
}

std::vector<OpenSheet> MapWriter::begun_sheets() const {
    std::int64_t bytes_per_pixel = 0;
    for (const report::MapSheet& sheet : sheets_)
        bytes_per_pixel += (sheet.values.fit_byte() ? 1 : 2) + (sheet.map ? 1 : 0);
    gdal_io::keep_open_blocks(bounds_.columns, bytes_per_pixel);
    std::vector<OpenSheet> open;
    for (const report::MapSheet& sheet : sheets_)
        open.push_back(begun(sheet));
    return open;
}

void MapWriter::paint_with_pictures(const std::vector<OpenSheet>& open) const {
    const report::MapSheet& shown = sheets_[shown_first_];
    const MapLook look = report::loss_look(audit(), forest(), shown);
    const report::PeriodCodes period = report::period_codes(audit());
    const pipeline::CodeRange lost{period.first, period.last};
    const std::int64_t side = pipeline::cell_side(bounds_, most_cells, 1);
    const std::int64_t share_side = pipeline::cell_side(bounds_, most_cells, least_share_pixels);
    std::vector<pipeline::MapCellSums> pictures{{bounds_, side, shown.values, lost, look}};
    // Of a large map both pictures have the same cells, and so the same sums.
    if (share_side != side) pictures.emplace_back(bounds_, share_side, shown.values, lost, look);
    paint(open, pictures);
    write_picture(year_picture, report::mean_picture(pictures.front().cells()), side);
    write_picture(share_picture, report::share_picture(pictures.back().cells()), share_side);
}

void MapWriter::store_all(std::vector<OpenSheet> open) const {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const report::MapSheet& sheet = sheets_[i];
        store(sheet.loss_file + ".tif", std::move(open[i].loss));
        const MapLook all = report::loss_look(audit(), forest(), sheet);
        write_text(sheet.loss_file + ".qml", report::raster_qml(report::seen_of(audit(), forest(), sheet, all)));
        if (!open[i].strata) continue;
        store(sheet.strata_file + ".tif", std::move(open[i].strata));
        write_text(sheet.strata_file + ".qml", report::raster_qml(report::strata_look(audit(), sheet)));
    }
}

void MapWriter::write_picture(const std::string& name, const Picture& picture, std::int64_t side) const {
    write_file(name, [&](const std::string& path, const std::string& shown) {
        gdal_io::write_png(picture, rasters_.landscape.grid(), bounds_, side, path, shown);
    });
}

void MapWriter::write_zones() const {
    const raster::Grid& grid = rasters_.landscape.grid();
    const gdal_io::ZoneOutlines outlines = gdal_io::read_outlines(zone_sources(tables_), grid);
    write_file("zones.gpkg", [&](const std::string& path, const std::string& shown) {
        gdal_io::write_outlines(outlines, report::zone_attributes(audit(), results_), report::zones_qml(), grid, path,
                                shown);
    });
    const std::int64_t side = pipeline::cell_side(bounds_, most_cells, 1);
    const double middle_row = static_cast<double>(bounds_.row) + static_cast<double>(bounds_.rows) / 2.0 - 0.5;
    const report::MapFrame frame{year_picture,
                                 side,
                                 (bounds_.columns + side - 1) / side,
                                 (bounds_.rows + side - 1) / side,
                                 static_cast<double>(side) * raster::pixel_width_m(grid, middle_row),
                                 gdal_io::sketched(outlines, bounds_, side)};
    write_text(maps_description, report::maps_json(audit(), results_.default_reading, sheets_, frame));
}

}  // namespace

void write_maps(const RasterInputs& rasters, const LoadedTables& tables, const AuditResult& results,
                const Options& options, const std::atomic<bool>& stop, const OutputDirectory& output) {
    MapWriter(rasters, tables, results, options, stop, output).write();
}

}  // namespace reddline::cli
