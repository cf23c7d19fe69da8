#include "raster/block.hpp"

namespace reddline::raster {

std::uint8_t* Layer::hold(const Window& window) {
    own_.resize(static_cast<std::size_t>(window.pixels()));
    code_of_ = &plain_codes;
    rows_.resize(static_cast<std::size_t>(window.rows));
    for (std::size_t row = 0; row < rows_.size(); ++row)
        rows_[row] = own_.data() + row * static_cast<std::size_t>(window.columns);
    return own_.data();
}

void Layer::refer(std::int64_t rows, const CodeTable& code_of) {
    rows_.resize(static_cast<std::size_t>(rows));
    code_of_ = &code_of;
}

}  // namespace reddline::raster
