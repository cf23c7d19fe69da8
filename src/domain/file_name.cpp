#include "domain/file_name.hpp"

#include <filesystem>

namespace reddline {

std::string file_name_of(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

}  // namespace reddline
