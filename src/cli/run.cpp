#include "cli/run.hpp"

#include "cli/account_tables.hpp"
#include "cli/batch.hpp"
#include "cli/biomass.hpp"
#include "cli/build_index.hpp"
#include "cli/check_inputs.hpp"
#include "cli/count_and_account.hpp"
#include "cli/count_shard.hpp"
#include "cli/diff.hpp"
#include "cli/estimate.hpp"
#include "cli/explain.hpp"
#include "cli/init.hpp"
#include "cli/load_case.hpp"
#include "cli/manual.hpp"
#include "cli/merge.hpp"
#include "cli/plan_work.hpp"
#include "cli/sample.hpp"
#include "cli/solve.hpp"
#include "cli/verify.hpp"
#include "cli/workbook.hpp"
#include "cli/write_pages.hpp"

namespace reddline::cli {

int run(const Options& options, const std::atomic<bool>& stop) {
    switch (options.command) {
        case Command::init:
            return init(options);
        case Command::check:
            return counts_no_pixels(options) ? check_tables(options) : check_inputs(options, stop);
        case Command::account:
            return options.crosstab.empty() ? account_tables(options, stop) : account_crosstab(options, stop);
        case Command::audit:
            if (!options.audit_files.empty()) return run_batch(options, stop);
            if (counts_no_pixels(options)) return account_tables(options, stop);
            return options.dry_run ? check_inputs(options, stop) : count_and_account(options, stop);
        case Command::crosstab:
            if (!options.shard.empty() && !options.dry_run) return count_shard(options, stop);
            return options.dry_run ? check_inputs(options, stop) : count_and_account(options, stop);
        case Command::plan:
            return print_plan(options, stop);
        case Command::merge:
            return merge(options, stop);
        case Command::status:
            return print_status(options);
        case Command::index:
            return build_index(options, stop);
        case Command::solve:
            return solve(options, stop);
        case Command::sample:
            return sample(options, stop);
        case Command::estimate:
            return estimate(options, stop);
        case Command::explain:
            return explain(options, stop);
        case Command::biomass:
            return biomass(options, stop);
        case Command::diff:
            return diff(options, stop);
        case Command::manual:
            return write_manual(options);
        case Command::report:
            return rebuild_pages(options);
        case Command::workbook:
            return read_workbook_file(options, stop);
        case Command::verify:
            return verify(options, stop, [&](const Options& repeated) { return run(repeated, stop); });
    }
    return 1;
}

}  // namespace reddline::cli
