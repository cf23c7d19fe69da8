#pragma once

#include <gtest/gtest.h>

#include <string>

#include "domain/error.hpp"

namespace reddline::tests {

/// The Error that the call throws; the test fails when it throws none.
template <class Call>
[[nodiscard]] Error thrown_error(Call call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "expected an Error, none was thrown";
    return {ErrorCode::internal, "nothing", "was thrown"};
}

/// Everything that a user reads of an error: `code: subject: message`.
template <class Call>
[[nodiscard]] std::string error_line(Call call) {
    return thrown_error(call).what();
}

}  // namespace reddline::tests
