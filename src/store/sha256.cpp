#include "store/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "domain/error.hpp"

namespace reddline::store {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int sum_bytes = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), sum.data(), &sum_bytes, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::internal, "SHA-256",
                    "expected the hash of OpenSSL to work, found that it failed; check the OpenSSL library");
    }
    return {sum.begin(), sum.begin() + sum_bytes};
}

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(digits[value >> 4U]);
        text.push_back(digits[value & 15U]);
    }
    return text;
}

}  // namespace reddline::store
