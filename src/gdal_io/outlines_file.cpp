#include <ogrsf_frmts.h>

#include <memory>
#include <utility>

#include "gdal_io/attribute_fields.hpp"
#include "gdal_io/fixed_date.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/open_dataset.hpp"
#include "gdal_io/reference_system.hpp"
#include "gdal_io/zone_outlines.hpp"

namespace reddline::gdal_io {

namespace {

constexpr const char* layer_name = "zones";
constexpr const char* geometry_name = "geom";

std::unique_ptr<OGRGeometry> geometry_of(const std::vector<PixelPolygon>& polygons, const raster::Grid& grid) {
    auto all = std::make_unique<OGRMultiPolygon>();
    for (const PixelPolygon& polygon : polygons) {
        OGRPolygon shape;
        for (const auto& points : polygon) {
            OGRLinearRing ring;
            for (const kernels::PixelPoint& point : points)
                ring.addPoint(grid.x_of(point.column), grid.y_of(point.row));
            ring.closeRings();
            shape.addRing(&ring);
        }
        all->addGeometry(&shape);
    }
    return all;
}

void write_layer(const ZoneOutlines& outlines, const AttributeTable& attributes, const raster::Grid& grid,
                 GDALDataset& file, const MessageCatcher& catcher, const std::string& shown) {
    const ReferencePtr reference = reference_from_wkt(grid.crs_wkt);
    OGRLayer* const layer = file.CreateLayer(layer_name, reference.get(), wkbMultiPolygon, nullptr);
    if (layer == nullptr) fail_to_write(shown, catcher.first());
    add_fields(attributes.columns, catcher, shown, *layer);
    for (std::size_t zone = 0; zone < outlines.size(); ++zone) {
        OGRFeature feature(layer->GetLayerDefn());
        set_fields(attributes.rows[zone], feature);
        feature.SetGeometryDirectly(geometry_of(outlines[zone], grid).release());
        add_feature(feature, catcher, shown, *layer);
    }
}

/// The table in which QGIS looks for the style of a layer.
void write_style(const std::string& qml, GDALDataset& file, const MessageCatcher& catcher, const std::string& shown) {
    OGRLayer* const layer = file.CreateLayer("layer_styles", nullptr, wkbNone, nullptr);
    if (layer == nullptr) fail_to_write(shown, catcher.first());
    const std::pair<const char*, const char*> texts[] = {{"f_table_catalog", ""},
                                                         {"f_table_schema", ""},
                                                         {"f_table_name", layer_name},
                                                         {"f_geometry_column", geometry_name},
                                                         {"styleName", layer_name},
                                                         {"styleQML", qml.c_str()},
                                                         {"styleSLD", ""},
                                                         {"description", "Zones by their role"},
                                                         {"owner", ""},
                                                         {"ui", ""}};
    for (const auto& text : texts) {
        OGRFieldDefn field(text.first, OFTString);
        expect_written(layer->CreateField(&field), catcher, shown);
    }
    OGRFieldDefn by_default("useAsDefault", OFTInteger);
    by_default.SetSubType(OFSTBoolean);
    expect_written(layer->CreateField(&by_default), catcher, shown);
    OGRFieldDefn time("update_time", OFTDateTime);
    expect_written(layer->CreateField(&time), catcher, shown);
    OGRFeature feature(layer->GetLayerDefn());
    for (const auto& [name, text] : texts)
        feature.SetField(name, text);
    feature.SetField("useAsDefault", 1);
    feature.SetField("update_time", no_clock);
    add_feature(feature, catcher, shown, *layer);
}

}  // namespace

void write_outlines(const ZoneOutlines& outlines, const AttributeTable& attributes, const std::string& style_qml,
                    const raster::Grid& grid, const std::string& path, const std::string& shown) {
    const FixedDate fixed;
    const MessageCatcher catcher;
    DatasetPtr file(driver_of("GPKG", shown).Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!file) fail_to_write(shown, catcher.first());
    write_layer(outlines, attributes, grid, *file, catcher, shown);
    write_style(style_qml, *file, catcher, shown);
    file.reset();
    if (catcher.any()) fail_to_write(shown, catcher.first());
}

}  // namespace reddline::gdal_io
