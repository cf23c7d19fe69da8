#pragma once

namespace reddline {

// From these years on the loss product (Hansen et al., Global Forest Change) detects otherwise, so that earlier years are not to be
// compared with later ones without care.
// Source: docs/limits.md, sources 5 and 6

/// Loss of this year and later comes from an improved method.
inline constexpr int improved_detection_from = 2011;
/// From this year on newer satellites and methods find more of the small loss.
inline constexpr int newer_sensors_from = 2015;

}  // namespace reddline
