#include "gdal_io/table_file.hpp"

#include <cpl_vsi.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/gdal_session.hpp"
#include "gdal_io/open_dataset.hpp"
#include "support/thrown_error.hpp"

namespace reddline::gdal_io {
namespace {

const std::vector<AttributeColumn> columns{{"zone", AttributeKind::text, "name of the zone"},
                                           {"area_cm2", AttributeKind::whole, "area [cm2]"},
                                           {"area_ha", AttributeKind::number, "area [ha]"},
                                           {"start", AttributeKind::date, "first day [date]"}};
constexpr std::int64_t large = std::numeric_limits<std::int64_t>::max();

/// Writes the rows as GeoPackage, which every GDAL has, and opens the file again.
DatasetPtr written(const std::vector<std::vector<Attribute>>& rows) {
    start_gdal({});
    const std::string path = "/vsimem/tables/loss.gpkg";
    TableFile table("GPKG", columns, path, "DIR/loss");
    for (const auto& row : rows)
        table.add(row);
    table.finish();
    return open_vector(path);
}

class ATableFile : public testing::Test {
protected:
    void TearDown() override { VSIRmdirRecursive("/vsimem/tables"); }
};

TEST_F(ATableFile, KeepsTextWholeNumbersNumbersAndDates) {
    const DatasetPtr file = written({{"B\xC3\xA9la, \"x\"\ny", large, 0.1, "2018-03-12"}, {" b ", 0, 1e-300, {}}});
    OGRLayer& layer = *file->GetLayer(0);
    ASSERT_EQ(layer.GetFeatureCount(), 2);
    const OGRFeatureUniquePtr first(layer.GetNextFeature());
    EXPECT_STREQ(first->GetFieldAsString("zone"), "B\xC3\xA9la, \"x\"\ny");
    EXPECT_EQ(first->GetFieldAsInteger64("area_cm2"), large);
    EXPECT_EQ(first->GetFieldAsDouble("area_ha"), 0.1);
    EXPECT_STREQ(first->GetFieldAsString("start"), "2018/03/12");
    const OGRFeatureUniquePtr second(layer.GetNextFeature());
    EXPECT_STREQ(second->GetFieldAsString("zone"), " b ");
    EXPECT_EQ(second->GetFieldAsInteger64("area_cm2"), 0);
    EXPECT_EQ(second->GetFieldAsDouble("area_ha"), 1e-300);
    EXPECT_EQ(second->GetGeometryRef(), nullptr);
}

TEST_F(ATableFile, KeepsWhatIsNotKnownApartFromZero) {
    const DatasetPtr file = written({{{}, {}, {}, {}}});
    const OGRFeatureUniquePtr row(file->GetLayer(0)->GetNextFeature());
    for (const AttributeColumn& column : columns)
        EXPECT_FALSE(row->IsFieldSetAndNotNull(row->GetFieldIndex(column.name.c_str()))) << column.name;
}

TEST_F(ATableFile, HasItsColumnsWhereItHasNoRow) {
    const DatasetPtr file = written({});
    const OGRFeatureDefn& fields = *file->GetLayer(0)->GetLayerDefn();
    ASSERT_EQ(fields.GetFieldCount(), 4);
    EXPECT_EQ(fields.GetFieldDefn(1)->GetType(), OFTInteger64);
    EXPECT_EQ(fields.GetFieldDefn(2)->GetType(), OFTReal);
    EXPECT_STREQ(fields.GetFieldDefn(2)->GetNameRef(), "area_ha");
}

TEST(TableFile, NamesThePathInTheEndWhereNothingCanBeWritten) {
    start_gdal({});
    const Error error = tests::thrown_error([] {
        TableFile table("GPKG", columns, "/no/such/folder/loss.gpkg", "DIR/loss");
        table.finish();
    });
    EXPECT_EQ(error.code(), ErrorCode::output_failed);
    EXPECT_EQ(error.subject(), "DIR/loss");
}

TEST(TableFile, KnowsTheFormatsOfThisGdal) {
    start_gdal({});
    EXPECT_TRUE(has_format("GPKG"));
    EXPECT_FALSE(has_format("no such format"));
}

}  // namespace
}  // namespace reddline::gdal_io
