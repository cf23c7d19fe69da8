#include "audit/checks.hpp"

#include <array>

#include "audit/carbon_raising_arcs.hpp"
#include "audit/codes_out_of_range.hpp"
#include "audit/data_gaps.hpp"
#include "audit/demonstration_values.hpp"
#include "audit/displacement.hpp"
#include "audit/ledger_balance.hpp"
#include "audit/loss_outside_forest.hpp"
#include "audit/loss_trend.hpp"
#include "audit/map_gaps.hpp"
#include "audit/map_vintage.hpp"
#include "audit/national_interval.hpp"
#include "audit/part_year.hpp"
#include "audit/pixel_conservation.hpp"
#include "audit/reference_period.hpp"
#include "audit/stratum_gaps.hpp"
#include "audit/unseen_degradation.hpp"
#include "audit/unseen_regrowth.hpp"
#include "audit/zone_coverage.hpp"

namespace reddline::audit {

namespace {

using Check = Findings (*)(const AuditCase&, const AuditResult&);

constexpr std::array checks{
    Check{check_pixel_conservation},   Check{check_ledger_balance},      Check{check_zone_coverage},
    Check{check_codes_out_of_range},   Check{check_data_gaps},           Check{check_loss_trend},
    Check{check_stratum_gaps},         Check{check_loss_outside_forest}, Check{check_part_year},
    Check{check_map_vintage},          Check{check_reference_period},    Check{check_national_interval},
    Check{check_demonstration_values}, Check{check_displacement},        Check{check_carbon_raising_arcs},
    Check{check_unseen_regrowth},      Check{check_unseen_degradation},  Check{check_map_gaps},
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
