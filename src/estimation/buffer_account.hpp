#pragma once

#include "domain/credit_buffer.hpp"

namespace reddline::estimation {

/// What a buffer account holds once the credits of this period are added, and all releases and reversals taken from it.
///
/// Source: docs/equations.md, Buffer account
[[nodiscard]] BufferClosing closing_of(const BufferAccount& account, Credits added);

}  // namespace reddline::estimation
