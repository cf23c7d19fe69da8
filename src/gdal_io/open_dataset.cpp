#include "gdal_io/open_dataset.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <array>
#include <set>
#include <string_view>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/remote_file.hpp"

namespace reddline::gdal_io {

namespace {

DatasetPtr open(const std::string& path, unsigned int kind, const std::string& expected) {
    const MessageCatcher catcher(is_remote(path) ? Caught::answers : Caught::failures);
    // Over the network, every side file that GDAL looks for is a request of its own: it is told that there
    // are none.
    const std::string name = path.substr(path.rfind('/') + 1);
    const std::array<const char*, 2> siblings{name.c_str(), nullptr};
    DatasetPtr dataset(GDALDataset::Open(path.c_str(), kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, nullptr,
                                         nullptr, is_remote(path) ? siblings.data() : nullptr));
    if (dataset) return dataset;
    const std::string answer = answer_text(catcher.http_status());
    constexpr int not_found = 404;
    if (!answer.empty() && catcher.http_status() != not_found) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected " + expected + ", found that it cannot be fetched" + answer +
                        "; check the address and the rights, or run again when the server is well");
    }
    VSIStatBufL status;
    if (VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG) != 0) {
        throw Error(ErrorCode::missing_file, path,
                    "expected " + expected + ", found no file; correct the path or fetch it");
    }
    throw Error(ErrorCode::unreadable_file, path,
                "expected " + expected + ", found something that cannot be opened; fetch it again or convert it. " +
                    catcher.first());
}

}  // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

DatasetPtr open_raster(const std::string& path) {
    return open(path, GDAL_OF_RASTER, "a raster that GDAL reads");
}

DatasetPtr open_vector(const std::string& path) {
    return open(path, GDAL_OF_VECTOR, "a vector source that GDAL reads");
}

bool is_plain_tiff(GDALDataset& dataset) {
    return dataset.GetDriverName() == std::string_view("GTiff");
}

std::vector<std::string> files_of(GDALDataset& dataset, const std::string& path) {
    const CPLStringList list(dataset.GetFileList());
    std::set<std::string> files;
    for (int i = 0; i < list.size(); ++i)
        files.emplace(list[i]);
    VSIStatBufL status;
    const auto exists = [&](const std::string& file) {
        return VSIStatExL(file.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
    };
    if (files.empty() && exists(path)) files.insert(path);
    if (is_remote(path)) return {files.begin(), files.end()};
    for (const std::string& file : std::vector<std::string>(files.begin(), files.end())) {
        // A database may hold what was written last in a log beside it.
        for (const char* log : {"-wal", "-journal"}) {
            if (exists(file + log)) files.insert(file + log);
        }
        // A virtual raster names its sources, but not what those are made of.
        if (file == path || !file.ends_with(".vrt")) continue;
        const std::vector<std::string> sources = files_of(*open_raster(file), file);
        files.insert(sources.begin(), sources.end());
    }
    return {files.begin(), files.end()};
}

}  // namespace reddline::gdal_io
