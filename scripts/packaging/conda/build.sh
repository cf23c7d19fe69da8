#!/usr/bin/env bash
# Called by conda-build in a copy of the repository; PREFIX, CMAKE_ARGS and CPU_COUNT are conda-build's.
set -euo pipefail
read -ra options <<<"${CMAKE_ARGS:-}"
cmake "${options[@]}" -S . -B build-conda -G Ninja -DCMAKE_BUILD_TYPE=Release -DREDDLINE_TESTS=OFF \
    -DREDDLINE_COMMIT="${REDDLINE_COMMIT:-}"
cmake --build build-conda --parallel "${CPU_COUNT:-1}"
cmake --install build-conda --prefix "$PREFIX"
