#!/usr/bin/env bash
# Called by conda-build in a copy of LIBCSV_SOURCE; PREFIX is conda-build's.
set -euo pipefail
./configure --prefix="$PREFIX" --disable-static
make
make install
