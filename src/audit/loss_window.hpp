#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

/// Mapped loss per year of one zone during the monitoring period, and in as many years before it.
struct LossTrend {
    Hectares before;
    Hectares during;
};

/// The years of a monitoring period and as many years before.
struct LossWindow {
    int first_before = 0;
    int first = 0;
    int last = 0;
};

/// The window of the audit; nothing where nothing was counted, without a monitoring period, or where the loss product
/// does not reach back far enough.
[[nodiscard]] std::optional<LossWindow> loss_window(const AuditCase& audit, const AuditResult& results);

/// Loss of all strata of a zone per year of the window. Every stratum counts: a strata map no longer shows as forest what
/// was lost before its date, so its forest strata alone would make earlier years look quiet.
///
/// Units: ha per whole calendar year.
[[nodiscard]] LossTrend loss_trend(const AuditCase& audit, const AuditResult& results, std::size_t zone,
                                   const LossWindow& window);

/// The trend in words, for example "1.0 ha per year in 2015-2017, 2.0 ha per year in 2018-2020".
[[nodiscard]] std::string trend_text(const LossTrend& trend, const LossWindow& window);

}  // namespace reddline::audit
