#include "gdal_io/workbook_sheets.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include "domain/error.hpp"
#include "gdal_io/open_dataset.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using testing::ElementsAre;

/// Writes a workbook of one sheet, its titles in the first row, by GDAL's own writer.
std::string write_book(const std::string& path) {
    GDALAllRegister();
    const DatasetPtr book(
        GetGDALDriverManager()->GetDriverByName("XLSX")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* const layer = book->CreateLayer("c_stocks");
    for (const auto& [name, type] : {std::pair("pool", OFTString), {"value", OFTReal}, {"years", OFTInteger}}) {
        OGRFieldDefn field(name, type);
        layer->CreateField(&field);
    }
    const auto add = [&](const char* pool, std::optional<double> value, int years) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField("pool", pool);
        if (value) feature.SetField("value", *value);
        feature.SetField("years", years);
        EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    };
    add("AGB", 0.1, 3);
    add("NA", std::nullopt, 2006);
    return path;
}

TEST(WorkbookSheets, AreHandedOverCellByCellWithTheirRows) {
    const std::vector<TextSheet> sheets = read_workbook(write_book("/vsimem/sheets/book.xlsx"));
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].name, "c_stocks");
    ASSERT_EQ(sheets[0].rows.size(), 3U);
    EXPECT_EQ(sheets[0].rows[0].number, 1U);
    EXPECT_THAT(sheets[0].rows[0].cells, ElementsAre("pool", "value", "years"));
    EXPECT_THAT(sheets[0].rows[1].cells, ElementsAre("AGB", "0.1", "3"));
    EXPECT_EQ(sheets[0].rows[2].number, 3U);
    EXPECT_THAT(sheets[0].rows[2].cells, ElementsAre("NA", "", "2006"));
}

TEST(WorkbookSheets, AreOfNoOtherFormat) {
    const std::string path =
        tests::write_geojson("/vsimem/sheets/types.geojson", {{R"("i":7)", R"({"type":"Point","coordinates":[0,0]})"}});
    try {
        static_cast<void>(read_workbook(path));
        FAIL() << "expected an error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::unreadable_file);
        EXPECT_THAT(error.what(), testing::HasSubstr("expected an Excel workbook (.xlsx)"));
    }
}

}  // namespace
}  // namespace reddline::gdal_io
