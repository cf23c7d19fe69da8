#include "audit/checks.hpp"

#include <array>

#include "audit/belt_trend.hpp"
#include "audit/break_even.hpp"
#include "audit/carbon_raising_arcs.hpp"
#include "audit/claim_map.hpp"
#include "audit/claimed_area.hpp"
#include "audit/claimed_credits.hpp"
#include "audit/claimed_items.hpp"
#include "audit/claimed_strata.hpp"
#include "audit/codes_out_of_range.hpp"
#include "audit/data_gaps.hpp"
#include "audit/default_reading.hpp"
#include "audit/demonstration_values.hpp"
#include "audit/displacement.hpp"
#include "audit/forest_relabelled.hpp"
#include "audit/ledger_balance.hpp"
#include "audit/loss_outside_forest.hpp"
#include "audit/loss_trend.hpp"
#include "audit/map_gaps.hpp"
#include "audit/map_vintage.hpp"
#include "audit/matrix_root.hpp"
#include "audit/national_interval.hpp"
#include "audit/national_shares.hpp"
#include "audit/part_year.hpp"
#include "audit/pixel_conservation.hpp"
#include "audit/rate_base.hpp"
#include "audit/reading_limits.hpp"
#include "audit/reference_period.hpp"
#include "audit/reported_beyond_forest.hpp"
#include "audit/sample_limits.hpp"
#include "audit/sampled_area.hpp"
#include "audit/sampled_beyond_forest.hpp"
#include "audit/some_readings.hpp"
#include "audit/strata_asymmetry.hpp"
#include "audit/stratum_gaps.hpp"
#include "audit/unreported_strata.hpp"
#include "audit/unseen_degradation.hpp"
#include "audit/unseen_regrowth.hpp"
#include "audit/zone_coverage.hpp"

namespace reddline::audit {

namespace {

using Check = Findings (*)(const AuditCase&, const AuditResult&);

constexpr std::array checks{
    Check{check_pixel_conservation}, Check{check_ledger_balance},
    Check{check_claimed_items},      Check{check_claimed_credits},
    Check{check_zone_coverage},      Check{check_codes_out_of_range},
    Check{check_data_gaps},          Check{check_loss_trend},
    Check{check_belt_trend},         Check{check_some_readings},
    Check{check_default_reading},    Check{check_claimed_area},
    Check{check_claim_map},          Check{check_claimed_strata},
    Check{check_unreported_strata},  Check{check_reported_beyond_forest},
    Check{check_strata_asymmetry},   Check{check_break_even},
    Check{check_stratum_gaps},       Check{check_loss_outside_forest},
    Check{check_part_year},          Check{check_map_vintage},
    Check{check_reference_period},   Check{check_national_interval},
    Check{check_national_shares},    Check{check_rate_base},
    Check{check_matrix_root},        Check{check_demonstration_values},
    Check{check_displacement},       Check{check_carbon_raising_arcs},
    Check{check_unseen_regrowth},    Check{check_unseen_degradation},
    Check{check_map_gaps},           Check{check_forest_relabelled},
    Check{check_reading_limits},     Check{check_sample_limits},
    Check{check_sampled_area},       Check{check_sampled_beyond_forest},
};

}  // namespace

Findings run_checks(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const Check check : checks) {
        const Findings found = check(audit, results);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    return findings;
}

}  // namespace reddline::audit
