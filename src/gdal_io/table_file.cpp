#include "gdal_io/table_file.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include "gdal_io/attribute_fields.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/open_dataset.hpp"

namespace reddline::gdal_io {

struct TableFile::State {
    MessageCatcher catcher;
    std::string shown;
    DatasetPtr file;
    OGRLayer* layer = nullptr;
};

bool has_format(const std::string& format) {
    return GetGDALDriverManager()->GetDriverByName(format.c_str()) != nullptr;
}

TableFile::TableFile(const std::string& format, const std::vector<AttributeColumn>& columns, const std::string& path,
                     const std::string& shown)
    : state_{std::make_unique<State>()} {
    state_->shown = shown;
    state_->file.reset(driver_of(format, shown).Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!state_->file) fail_to_write(shown, state_->catcher.first());
    state_->layer = state_->file->CreateLayer(CPLGetBasename(path.c_str()), nullptr, wkbNone, nullptr);
    if (state_->layer == nullptr) fail_to_write(shown, state_->catcher.first());
    add_fields(columns, state_->catcher, shown, *state_->layer);
}

TableFile::~TableFile() = default;

void TableFile::add(const std::vector<Attribute>& row) {
    OGRFeature feature(state_->layer->GetLayerDefn());
    set_fields(row, feature);
    add_feature(feature, state_->catcher, state_->shown, *state_->layer);
}

void TableFile::finish() {
    state_->file.reset();
    if (state_->catcher.any()) fail_to_write(state_->shown, state_->catcher.first());
}

}  // namespace reddline::gdal_io
