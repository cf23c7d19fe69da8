#include "cli/input_digests.hpp"

#include "domain/error.hpp"

namespace reddline::cli {

std::vector<std::function<void()>> InputDigests::work_for(const std::vector<std::string>& paths) {
    std::vector<std::function<void()>> work;
    for (const std::string& path : paths) {
        Result& of_path = results_[path];
        if (of_path.digest || of_path.error) continue;
        work.emplace_back([path, &result = of_path, stop = stop_] {
            try {
                result.digest = gdal_io::digest_of(path, *stop);
            } catch (...) {
                result.error = std::current_exception();
            }
        });
    }
    return work;
}

const gdal_io::FileDigest& InputDigests::of(const std::string& path) const {
    const Result& result = results_.at(path);
    if (result.error) std::rethrow_exception(result.error);
    if (!result.digest)
        throw Error(ErrorCode::internal, path, "expected the file to be hashed by now; please report it");
    return *result.digest;
}

}  // namespace reddline::cli
