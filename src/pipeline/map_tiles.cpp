#include "pipeline/map_tiles.hpp"

#include <memory>
#include <mutex>
#include <span>
#include <utility>

#include "pipeline/window_painter.hpp"
#include "pipeline/window_pass.hpp"

namespace reddline::pipeline {

namespace {

/// One thread's share: paints windows and hands them on, one at a time.
class Easel : public WindowWorker {
public:
    Easel(WindowPainter painter, const TakeMapTile& take, std::mutex& taking)
        : painter_{std::move(painter)}, take_{&take}, taking_{&taking} {}

    void announce(std::span<const raster::Window> windows) override { painter_.announce(windows); }
    void add(const raster::Window& window) override {
        painter_.paint(window);
        const std::lock_guard<std::mutex> lock(*taking_);
        (*take_)(painter_.tile());
    }

private:
    WindowPainter painter_;
    const TakeMapTile* take_;
    std::mutex* taking_;
};

}  // namespace

void paint_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::RunTable& zones,
                 const raster::OpenStack& open_stack, const CrosstabRules& rules, const ForestRule& forest,
                 const PassControl& control, const TakeMapTile& take) {
    const MapPainter painter(rules, forest);
    std::mutex taking;
    pass_over(plan, control, [&] {
        return std::make_unique<Easel>(WindowPainter(WindowReader(open_stack(), grid, rules), painter, zones), take,
                                       taking);
    });
}

}  // namespace reddline::pipeline
