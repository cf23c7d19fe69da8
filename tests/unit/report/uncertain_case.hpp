#pragma once

#include "unit/report/worked_case.hpp"

namespace reddline::report {

/// The worked result with reductions of 1,341 credits between 1,000 and 1,700 tCO2e, made of one density.
AuditResult uncertain_result();

}  // namespace reddline::report
