#include "gdal_io/source_facts.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "gdal_io/gdal_messages.hpp"

namespace reddline::gdal_io {

namespace {

constexpr std::array<std::string_view, 5> naming_attributes{"name", "zone", "zone_name", "label", "id"};

bool is_polygonal(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return OGR_GT_IsSubClassOf(flat, wkbSurface) != 0 || OGR_GT_IsSubClassOf(flat, wkbMultiSurface) != 0;
}

/// True where the layer says that it holds polygons, or does not say and holds one.
bool holds_polygons(OGRLayer& layer) {
    const OGRwkbGeometryType flat = wkbFlatten(layer.GetGeomType());
    if (is_polygonal(flat)) return true;
    if (flat != wkbUnknown && flat != wkbGeometryCollection) return false;
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (geometry != nullptr && is_polygonal(geometry->getGeometryType())) return true;
    }
    return false;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The attributes that may name features, the likeliest first.
std::vector<std::string> naming_candidates(const std::vector<std::string>& attributes) {
    std::vector<std::string> candidates;
    for (const std::string_view wanted : naming_attributes) {
        for (const std::string& attribute : attributes) {
            if (lower(attribute) == wanted) candidates.push_back(attribute);
        }
    }
    return candidates;
}

void count_and_name(FeatureLayer& source, PolygonLayer& layer) {
    const std::vector<std::string> candidates = naming_candidates(layer.attributes);
    std::vector<std::set<AttributeValue>> values(candidates.size());
    std::vector<bool> is_complete(candidates.size(), true);
    source.for_each([&](const OGRFeature& feature) {
        ++layer.features;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            AttributeValue value = attribute_of(feature, source.attribute_index(candidates[i]));
            if (value.is_null || value.text.empty()) is_complete[i] = false;
            values[i].insert(std::move(value));
        }
    });
    const auto first = std::ranges::find(is_complete, true);
    if (first == is_complete.end() || layer.features == 0) return;
    const auto chosen = static_cast<std::size_t>(first - is_complete.begin());
    layer.naming = candidates[chosen];
    layer.names.assign(values[chosen].begin(), values[chosen].end());
}

bool is_identified(const std::string& path, unsigned int kind) {
    const MessageCatcher catcher(Caught::everything);
    return GDALIdentifyDriverEx(path.c_str(), kind, nullptr, nullptr) != nullptr;
}

}  // namespace

bool is_raster(const std::string& path) {
    return is_identified(path, GDAL_OF_RASTER);
}

bool is_vector(const std::string& path) {
    return is_identified(path, GDAL_OF_VECTOR);
}

std::vector<PolygonLayer> polygon_layers(const std::string& path) {
    std::vector<PolygonLayer> layers;
    const DatasetPtr dataset = open_vector(path);
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        OGRLayer& layer = *dataset->GetLayer(i);
        if (!holds_polygons(layer)) continue;
        PolygonLayer found{.name = layer.GetName(),
                           .is_only_one = dataset->GetLayerCount() == 1,
                           .features = 0,
                           .attributes = {},
                           .naming = {},
                           .names = {}};
        for (int field = 0; field < layer.GetLayerDefn()->GetFieldCount(); ++field)
            found.attributes.emplace_back(layer.GetLayerDefn()->GetFieldDefn(field)->GetNameRef());
        FeatureLayer source(path, found.name);
        count_and_name(source, found);
        layers.push_back(std::move(found));
    }
    return layers;
}

}  // namespace reddline::gdal_io
