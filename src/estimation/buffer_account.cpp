#include "estimation/buffer_account.hpp"

#include <algorithm>
#include <cstdint>

namespace reddline::estimation {

BufferClosing closing_of(const BufferAccount& account, Credits added) {
    const std::int64_t left = account.opening.tCO2e + added.tCO2e - account.released.tCO2e - account.reversed.tCO2e;
    return {{std::max<std::int64_t>(left, 0)}, {std::max<std::int64_t>(-left, 0)}};
}

}  // namespace reddline::estimation
