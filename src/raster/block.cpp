#include "raster/block.hpp"

namespace reddline::raster {

std::uint8_t* Layer::hold(const Window& window) {
    own_.resize(static_cast<std::size_t>(window.pixels()));
    Piece& whole = refer(1, plain_codes).front();
    whole.end = window.columns;
    whole.rows.clear();
    for (std::int64_t row = 0; row < window.rows; ++row)
        whole.rows.push_back(own_.data() + row * window.columns);
    return own_.data();
}

std::vector<Layer::Piece>& Layer::refer(std::size_t pieces, const CodeTable& code_of) {
    pieces_.resize(pieces);
    code_of_ = &code_of;
    return pieces_;
}

}  // namespace reddline::raster
