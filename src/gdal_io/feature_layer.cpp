#include "gdal_io/feature_layer.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/pixel_codes.hpp"

namespace reddline::gdal_io {

namespace {

std::string quoted_list(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "'" : ", '") + name + "'";
    return list.empty() ? "none" : list;
}

std::vector<std::string> layer_names(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        names.emplace_back(dataset.GetLayer(i)->GetName());
    return names;
}

OGRLayer* choose_layer(GDALDataset& dataset, const std::string& layer, const std::string& path) {
    const std::vector<std::string> names = layer_names(dataset);
    if (layer.empty()) {
        if (names.size() == 1) return dataset.GetLayer(0);
        throw Error(ErrorCode::table_malformed, path,
                    "expected one layer, or `layer` to name one, found layers " + quoted_list(names) + "; set `layer`");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == layer) return dataset.GetLayer(static_cast<int>(i));
    }
    throw Error(ErrorCode::table_malformed, path,
                "expected layer '" + layer + "', found layers " + quoted_list(names) + "; correct `layer`");
}

}  // namespace

bool operator<(const AttributeValue& a, const AttributeValue& b) {
    if (a.is_null != b.is_null) return b.is_null;
    if (a.number && b.number && *a.number != *b.number) return *a.number < *b.number;
    return a.text < b.text;
}

FeatureLayer::FeatureLayer(const std::string& path, const std::string& layer)
    : path_{path}, dataset_{open_vector(path)}, layer_{choose_layer(*dataset_, layer, path)} {
    reference_ = known_reference(layer_->GetSpatialRef(), path);
}

void FeatureLayer::keep_where(const std::string& condition) {
    if (condition.empty()) return;
    const MessageCatcher catcher;
    if (layer_->SetAttributeFilter(condition.c_str()) != OGRERR_NONE) {
        throw Error(ErrorCode::table_malformed, path_,
                    "expected `where` in OGR SQL, found \"" + condition + "\"; correct it. " + catcher.first());
    }
}

int FeatureLayer::attribute_index(const std::string& name) const {
    const OGRFeatureDefn& definition = *layer_->GetLayerDefn();
    std::vector<std::string> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
        if (names.back() == name) return i;
    }
    throw Error(ErrorCode::table_malformed, path_,
                "expected attribute '" + name + "', found " + quoted_list(names) + "; correct the attribute's name");
}

void FeatureLayer::for_each(const std::function<void(const OGRFeature&)>& visit) {
    const MessageCatcher catcher;
    layer_->ResetReading();
    while (const OGRFeatureUniquePtr feature{layer_->GetNextFeature()})
        visit(*feature);
    // A source that breaks off ends like one that is complete, except for the failure it leaves behind.
    if (catcher.any()) {
        throw Error(
            ErrorCode::unreadable_file, path_,
            "expected features to the end, found that reading failed; fetch the file again. " + catcher.first());
    }
}

std::vector<std::string> FeatureLayer::files() const {
    return files_of(*dataset_, path_);
}

AttributeValue attribute_of(const OGRFeature& feature, int index) {
    AttributeValue value;
    if (feature.IsFieldSetAndNotNull(index) == 0) {
        value.is_null = true;
        return value;
    }
    const OGRFieldType type = feature.GetFieldDefnRef(index)->GetType();
    if (type == OFTInteger || type == OFTInteger64) {
        value.text = std::to_string(feature.GetFieldAsInteger64(index));
        value.number = static_cast<double>(feature.GetFieldAsInteger64(index));
    } else if (type == OFTReal) {
        value.number = feature.GetFieldAsDouble(index);
        value.text = code_text(*value.number);
    } else {
        value.text = feature.GetFieldAsString(index);
    }
    return value;
}

}  // namespace reddline::gdal_io
