#include "cli/input_digests.hpp"

namespace reddline::cli {

std::vector<std::function<void()>> InputDigests::work_for(const std::vector<std::string>& paths) {
    std::vector<std::function<void()>> work;
    for (const std::string& path : paths) {
        const auto [place, is_new] = results_.try_emplace(path);
        if (!is_new) continue;
        work.emplace_back([path, &result = place->second, stop = stop_] {
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
    return *result.digest;
}

}  // namespace reddline::cli
