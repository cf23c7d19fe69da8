#pragma once

#include <span>

#include "pipeline/map_painter.hpp"
#include "pipeline/window_reader.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// One thread's way to windows as the maps show them.
class WindowPainter {
public:
    /// Painter and zones must outlive it.
    WindowPainter(WindowReader reader, const MapPainter& painter, const raster::RunTable& zones);

    /// Tells which windows will be painted next. Errors: those of the stack.
    void announce(std::span<const raster::Window> windows) { reader_.announce(windows); }
    /// Reads a window and paints what of it lies within the bounds of the zones.
    ///
    /// Errors: those of the stack; Error{code_unlisted}.
    void paint(const raster::Window& window);
    /// What was painted last.
    [[nodiscard]] const MapTile& tile() const { return tile_; }
    /// The layers of the window painted last, and around it.
    [[nodiscard]] const raster::Block& block() const { return reader_.block(); }

private:
    WindowReader reader_;
    const MapPainter* painter_;
    const raster::RunTable* zones_;
    MapTile tile_;
};

}  // namespace reddline::pipeline
