#include "gdal_io/remote_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "gdal_io/gdal_messages.hpp"

namespace reddline::gdal_io {

namespace {

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

// Bytes between ranges that are fetched along with them, and bytes of one request: a request takes about as long as some
// hundred thousand bytes.
constexpr std::int64_t gap_bytes = std::int64_t{64} << 10;
constexpr std::int64_t most_request_bytes = std::int64_t{4} << 20;

// Bytes fetched last that stay in memory, for all threads.
constexpr const char* cache_size = "CPL_VSIL_CURL_CACHE_SIZE";
constexpr const char* kept_bytes = "67108864";

// A handle of its own for each request: one that reads on where it ended asks for more than it is told to.
bool fetch(const std::string& path, const ByteRange& range) {
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(path.c_str(), "rb"));
    if (!file || VSIFSeekL(file.get(), static_cast<vsi_l_offset>(range.offset), SEEK_SET) != 0) return false;
    std::vector<std::byte> bytes(static_cast<std::size_t>(range.bytes));
    return VSIFReadL(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
}

}  // namespace

bool is_remote(std::string_view path) {
    constexpr std::array<std::string_view, 8> prefixes{"/vsicurl", "/vsis3",    "/vsigs",   "/vsiaz",
                                                       "/vsioss",  "/vsiswift", "/vsiadls", "/vsiwebhdfs"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return path.starts_with(prefix); });
}

void prepare_for_servers() {
    constexpr std::array<std::pair<const char*, const char*>, 6> settings{{
        {"GDAL_HTTP_MAX_RETRY", "5"},
        {"GDAL_HTTP_RETRY_DELAY", "0.5"},  // seconds; 15 in all
        {"GDAL_HTTP_CONNECTTIMEOUT", "30"},
        // No limit on the whole of a request, which a slow line may need long for; but a minute without a byte ends it.
        {"GDAL_HTTP_LOW_SPEED_TIME", "60"},
        {"GDAL_HTTP_LOW_SPEED_LIMIT", "1"},
        {cache_size, kept_bytes},
    }};
    for (const auto& [key, value] : settings) {
        if (CPLGetConfigOption(key, nullptr) == nullptr) CPLSetConfigOption(key, value);
    }
}

double kept_remote_bytes() {
    return CPLAtof(CPLGetConfigOption(cache_size, kept_bytes));
}

double request_bytes() {
    return 2.0 * static_cast<double>(most_request_bytes);
}

std::string answer_text(std::optional<int> http_status) {
    if (!http_status) return "";
    if (*http_status == 0) return ": the server did not answer";
    if (*http_status < 400) return "";
    return ": the server answered with HTTP status " + std::to_string(*http_status);
}

void fetch_ranges(const std::string& path, const std::vector<ByteRange>& ranges) {
    const MessageCatcher catcher(Caught::everything);
    for (const ByteRange& joined : joined_ranges(ranges, gap_bytes, most_request_bytes)) {
        if (fetch(path, joined)) continue;
        // So that one range that cannot be had does not take those before it along, nor an answer that broke off.
        VSICurlPartialClearCache(path.c_str());
        for (const ByteRange& range : ranges) {
            if (range.offset >= joined.offset && range.end() <= joined.end() && !fetch(path, range)) return;
        }
    }
}

}  // namespace reddline::gdal_io
