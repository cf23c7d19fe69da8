#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reddline {

/// One input file by content.
struct InputFile {
    std::string path;  ///< as seen from the audit file
    std::int64_t bytes = 0;
    std::string sha256;
};

/// How a result came about; the same on every machine of one architecture for the same inputs.
struct Provenance {
    std::string command;  ///< without what cannot change a result, such as threads and the output directory
    std::string version;
    std::string commit;
    std::string compiler;
    std::vector<std::pair<std::string, std::string>> libraries;  ///< name and version
    std::int64_t pixels_read = 0;
    std::string default_reading;
    std::string label;
    std::vector<InputFile> inputs;
};

}  // namespace reddline
