#include "pipeline/window_painter.hpp"

#include <utility>

namespace reddline::pipeline {

WindowPainter::WindowPainter(WindowReader reader, const MapPainter& painter, const raster::RunTable& zones)
    : reader_{std::move(reader)}, painter_{&painter}, zones_{&zones} {}

void WindowPainter::paint(const raster::Window& window) {
    reader_.read(window);
    painter_->begin(intersection(window, zones_->bounds()), tile_);
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return reader_.describe_unlisted(map, column, row);
    };
    reader_.for_each_part(window, *zones_,
                          [&](const raster::Block& block, const OpenedCover* opened, const raster::Window& part) {
                              painter_->paint(block, opened, part, *zones_, describe, tile_);
                          });
}

}  // namespace reddline::pipeline
