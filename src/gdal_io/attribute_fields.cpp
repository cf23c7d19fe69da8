#include "gdal_io/attribute_fields.hpp"

#include <ogrsf_frmts.h>

#include <cstdint>
#include <type_traits>
#include <variant>

#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"

namespace reddline::gdal_io {

namespace {

OGRFieldType type_of(AttributeKind kind) {
    switch (kind) {
        case AttributeKind::text:
            return OFTString;
        case AttributeKind::whole:
            return OFTInteger64;
        case AttributeKind::number:
            return OFTReal;
        case AttributeKind::date:
            return OFTDate;
    }
    return OFTString;
}

void set_field(OGRFeature& feature, int place, const Attribute& attribute) {
    std::visit(
        [&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>) {
                feature.SetFieldNull(place);
            } else if constexpr (std::is_same_v<Value, std::string>) {
                feature.SetField(place, value.c_str());
            } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                feature.SetField(place, static_cast<GIntBig>(value));
            } else {
                feature.SetField(place, value);
            }
        },
        attribute);
}

}  // namespace

void expect_written(int ogr_error, const MessageCatcher& catcher, const std::string& shown) {
    if (ogr_error != OGRERR_NONE || catcher.any()) fail_to_write(shown, catcher.first());
}

void add_fields(const std::vector<AttributeColumn>& columns, const MessageCatcher& catcher, const std::string& shown,
                OGRLayer& layer) {
    for (const AttributeColumn& column : columns) {
        OGRFieldDefn field(column.name.c_str(), type_of(column.kind));
        field.SetAlternativeName(column.meaning.c_str());
        expect_written(layer.CreateField(&field), catcher, shown);
    }
}

void set_fields(const std::vector<Attribute>& row, OGRFeature& feature) {
    for (std::size_t i = 0; i < row.size(); ++i)
        set_field(feature, static_cast<int>(i), row[i]);
}

void add_feature(OGRFeature& feature, const MessageCatcher& catcher, const std::string& shown, OGRLayer& layer) {
    expect_written(layer.CreateFeature(&feature), catcher, shown);
}

}  // namespace reddline::gdal_io
