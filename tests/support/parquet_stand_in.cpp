#include <cpl_error.h>
#include <gdal_priv.h>

namespace {

/// Lets GDAL's driver of GeoPackage write the file: its values can be read back without GDAL.
GDALDataset* create(const char* path, int columns, int rows, int bands, GDALDataType type, char** options) {
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) return nullptr;
    CPLPushErrorHandler(CPLQuietErrorHandler);  // It would warn of the ending of the name.
    GDALDataset* const file = driver->Create(path, columns, rows, bands, type, options);
    CPLPopErrorHandler();
    return file;
}

}  // namespace

/// Registers a driver of the name Parquet, so that the way to it can be tested with a GDAL that lacks it; its files are no Parquet.
extern "C" void RegisterOGRParquet() {
    auto* const driver = new GDALDriver;
    driver->SetDescription("Parquet");
    driver->SetMetadataItem(GDAL_DCAP_VECTOR, "YES");
    driver->SetMetadataItem(GDAL_DCAP_CREATE, "YES");
    driver->pfnCreate = create;
    GetGDALDriverManager()->RegisterDriver(driver);
}
