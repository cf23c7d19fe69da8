#pragma once

#include <memory>

#include "cli/options.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace reddline::cli {

/// Every command with the options that it takes; parsing fills `options`, which must outlive it.
[[nodiscard]] std::unique_ptr<CLI::App> command_tree(Options& options);

/// True for commands that need an output directory.
[[nodiscard]] bool must_write(Command command);

}  // namespace reddline::cli
