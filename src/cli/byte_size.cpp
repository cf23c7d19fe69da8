#include "cli/byte_size.hpp"

#include <CLI/CLI.hpp>
#include <string>

namespace reddline::cli {

namespace {

/// Replaces a size by its bytes; false where it is no whole number above 0, with or without a unit.
bool become_bytes(std::string& text) {
    constexpr bool kilo_is_1000 = false;
    // A sign would be taken for one of a number without.
    if (text.empty() || text.front() < '1' || text.front() > '9') return false;
    try {
        return CLI::AsSizeValue(kilo_is_1000)(text).empty();
    } catch (const CLI::ValidationError&) {
        return false;
    }
}

}  // namespace

CLI::Validator byte_size() {
    return {[](std::string& text) {
                const std::string given = text;
                return become_bytes(text) ? "" : "expected a size such as 500MiB or 4GiB, found '" + given + "'";
            },
            ""};
}

}  // namespace reddline::cli
