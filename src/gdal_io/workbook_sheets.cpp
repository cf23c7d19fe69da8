#include "gdal_io/workbook_sheets.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/open_dataset.hpp"

namespace reddline::gdal_io {

namespace {

TextRow row_of(const OGRFeature& feature) {
    TextRow row{static_cast<std::size_t>(feature.GetFID()), {}};
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        row.cells.emplace_back(feature.IsFieldSetAndNotNull(i) != 0 ? feature.GetFieldAsString(i) : "");
    return row;
}

TextSheet sheet_of(OGRLayer& layer) {
    TextSheet sheet{layer.GetName(), {}};
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        TextRow row = row_of(*feature);
        if (std::ranges::any_of(row.cells, [](const std::string& cell) { return !cell.empty(); }))
            sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace

std::vector<TextSheet> read_workbook(const std::string& path) {
    // Every row as it stands: what a title is, and what a number, is for the reader of the sheet to say.
    const CPLConfigOptionSetter no_titles("OGR_XLSX_HEADERS", "DISABLE", false);
    const CPLConfigOptionSetter as_text("OGR_XLSX_FIELD_TYPES", "STRING", false);
    const DatasetPtr dataset = open_vector(path);
    if (dataset->GetDriverName() != std::string("XLSX")) {
        throw Error(ErrorCode::unreadable_file, path,
                    std::string("expected an Excel workbook (.xlsx), found what GDAL reads as ") +
                        dataset->GetDriverName() + "; save it as .xlsx");
    }
    const MessageCatcher catcher;
    std::vector<TextSheet> sheets;
    for (int i = 0; i < dataset->GetLayerCount(); ++i)
        sheets.push_back(sheet_of(*dataset->GetLayer(i)));
    if (catcher.any()) {
        throw Error(
            ErrorCode::unreadable_file, path,
            "expected sheets to their end, found that reading failed; save the workbook again. " + catcher.first());
    }
    return sheets;
}

}  // namespace reddline::gdal_io
