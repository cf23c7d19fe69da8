#pragma once

#include <memory>

namespace CLI {
class FormatterBase;
}  // namespace CLI

namespace reddline::cli {

/// How the help is set: in lines of 80 columns, which every terminal has, and in plain words.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_format();

}  // namespace reddline::cli
