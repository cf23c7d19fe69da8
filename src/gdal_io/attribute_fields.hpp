#pragma once

#include <string>
#include <vector>

#include "domain/attribute_table.hpp"

class OGRFeature;
class OGRLayer;

namespace reddline::gdal_io {

class MessageCatcher;

/// Stops where GDAL could not write. Errors: Error{output_failed}, which names `shown`.
void expect_written(int ogr_error, const MessageCatcher& catcher, const std::string& shown);

/// Adds a field for each column to a layer without fields. Errors: Error{output_failed}, which names `shown`.
void add_fields(const std::vector<AttributeColumn>& columns, const MessageCatcher& catcher, const std::string& shown,
                OGRLayer& layer);

/// Sets the fields of a feature in the order of the columns; what is not known becomes null.
void set_fields(const std::vector<Attribute>& row, OGRFeature& feature);

/// Adds a feature to a layer. Errors: Error{output_failed}, which names `shown`.
void add_feature(OGRFeature& feature, const MessageCatcher& catcher, const std::string& shown, OGRLayer& layer);

}  // namespace reddline::gdal_io
