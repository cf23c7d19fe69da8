#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Says whether the tables of an audit without pixels fit each other. Returns the exit code.
///
/// Errors: those of load_tables_alone; Error{audit_file, factor_missing}.
[[nodiscard]] int check_tables(const Options& options);

/// Accounts an audit of tables alone, and writes what follows. Returns the exit code.
///
/// Errors: those of check_tables, expect_parquet and OutputDirectory; Error{usage} for maps, since nothing is counted.
[[nodiscard]] int account_tables(const Options& options, const std::atomic<bool>& stop);

/// Accounts pixels that an earlier run counted, and writes what follows. Returns the exit code.
///
/// Errors: those of load_tables, load_crosstab, expect_parquet and OutputDirectory.
[[nodiscard]] int account_crosstab(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
