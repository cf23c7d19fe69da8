#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gdal_io/open_dataset.hpp"
#include "gdal_io/reference_system.hpp"

class OGRFeature;
class OGRLayer;

namespace reddline::gdal_io {

/// One attribute of one feature: its text, and its number where the attribute is numeric.
struct AttributeValue {
    std::string text;
    std::optional<double> number;
    bool is_null = false;

    /// Numbers by value, texts by their bytes, missing values last.
    friend bool operator<(const AttributeValue& a, const AttributeValue& b);
};

/// One layer of an OGR source, read feature by feature.
class FeatureLayer {
public:
    /// Opens a source; `layer` empty = its only layer.
    ///
    /// Errors: Error{missing_file, unreadable_file, crs_missing}; Error{table_malformed} listing the layers when the
    ///         one named does not exist, or several exist and none is named.
    FeatureLayer(const std::string& path, const std::string& layer);

    /// Keeps only the features that meet an OGR SQL condition; empty = all.
    ///
    /// Errors: Error{table_malformed} with OGR's words.
    void keep_where(const std::string& condition);

    /// Place of an attribute among the layer's.
    ///
    /// Errors: Error{table_malformed} listing the attributes there are.
    [[nodiscard]] int attribute_index(const std::string& name) const;

    /// Calls `visit` with every feature, in the order of the file.
    ///
    /// Errors: Error{unreadable_file} when the source breaks off.
    void for_each(const std::function<void(const OGRFeature&)>& visit);

    [[nodiscard]] const OGRSpatialReference& reference() const { return *reference_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    /// The source's files, side files included, sorted.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    std::string path_;
    DatasetPtr dataset_;
    OGRLayer* layer_ = nullptr;  // owned by the dataset
    ReferencePtr reference_;
};

/// The value of an attribute; whole numbers without a decimal point.
[[nodiscard]] AttributeValue attribute_of(const OGRFeature& feature, int index);

}  // namespace reddline::gdal_io
