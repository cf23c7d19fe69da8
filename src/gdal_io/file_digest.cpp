#include "gdal_io/file_digest.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/remote_file.hpp"

namespace reddline::gdal_io {

namespace {

constexpr std::size_t read_bytes = std::size_t{1} << 20;

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct ContextFreer {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::string hexadecimal(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) {
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 15U]);
    }
    return text;
}

// OpenSSL's functions give 1 for success; anything else here is our own fault or a broken library.
void expect_success(int result) {
    if (result != 1) {
        throw Error(ErrorCode::internal, "SHA-256",
                    "expected the hash of OpenSSL to work, found that it failed; check the OpenSSL library");
    }
}

std::int64_t size_of(const std::string& path) {
    VSIStatBufL status;
    if (VSIStatL(path.c_str(), &status) != 0) {
        throw Error(ErrorCode::missing_file, path, "expected a file, found none; correct the path or fetch the file");
    }
    if (VSI_ISDIR(status.st_mode)) {
        throw Error(ErrorCode::unreadable_file, path, "expected a file, found a directory; name the file in it");
    }
    return static_cast<std::int64_t>(status.st_size);
}

}  // namespace

FileDigest digest_of(const std::string& path, const std::atomic<bool>& stop) {
    const MessageCatcher catcher(is_remote(path) ? Caught::answers : Caught::failures);
    FileDigest digest{.path = path, .bytes = 0, .sha256 = {}};
    const std::int64_t expected_bytes = size_of(path);
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenExL(path.c_str(), "rb", 1));
    if (!file) {
        throw Error(
            ErrorCode::unreadable_file, path,
            "expected a file that can be read, found one that cannot be opened; check its rights. " + catcher.first());
    }
    const std::unique_ptr<EVP_MD_CTX, ContextFreer> context(EVP_MD_CTX_new());
    expect_success(context ? EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) : 0);
    std::vector<std::byte> buffer(read_bytes);
    while (const std::size_t count = VSIFReadL(buffer.data(), 1, buffer.size(), file.get())) {
        if (stop) throw Error(ErrorCode::stopped, path, "stopped while hashing; run the same command again");
        expect_success(EVP_DigestUpdate(context.get(), buffer.data(), count));
        digest.bytes += static_cast<std::int64_t>(count);
    }
    if (digest.bytes < expected_bytes) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected " + std::to_string(expected_bytes) + " bytes, found " + std::to_string(digest.bytes) +
                        " before reading failed" + answer_text(catcher.http_status()) +
                        "; check the disk or fetch the file again");
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int sum_bytes = 0;
    expect_success(EVP_DigestFinal_ex(context.get(), sum.data(), &sum_bytes));
    digest.sha256 = hexadecimal(std::span(sum).first(sum_bytes));
    return digest;
}

}  // namespace reddline::gdal_io
