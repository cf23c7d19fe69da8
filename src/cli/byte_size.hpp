#pragma once

namespace CLI {
class Validator;
}  // namespace CLI

namespace reddline::cli {

/// Turns a size such as 500MiB or 4GiB into bytes, in our own words where it is none.
[[nodiscard]] CLI::Validator byte_size();

}  // namespace reddline::cli
