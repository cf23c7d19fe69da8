#include "accounting/reported_loss.hpp"

namespace reddline::accounting {

Hectares reported_in_period(const AuditCase& audit, const ReportedLoss& loss) {
    const bool is_whole_year = audit.claim->reported_years == ReportedYears::calendar;
    return is_whole_year ? audit.monitoring->fraction_of(loss.year) * loss.area : loss.area;
}

Answer<ActivityData> reported_activity(const AuditCase& audit, std::size_t zone) {
    const std::string& name = audit.zones[zone].zone.name;
    if (!audit.claim || !audit.claim->reports(name)) {
        return Refusal{"no reported loss of zone '" + name + "': give [claim] losses"};
    }
    ActivityData activity{.zone = zone, .route = Route::reported, .strata = audit.claim->strata_map, .rows = {}};
    for (const ReportedLoss& loss : audit.claim->losses) {
        if (loss.zone != name) continue;
        const bool is_of_part = audit.claim->reported_years == ReportedYears::period && audit.monitoring;
        const double share = is_of_part ? audit.monitoring->fraction_of(loss.year) : 1.0;
        activity.rows.push_back(
            {loss.from, audit.kind_of(loss.from), loss.to, loss.year, (1.0 / share) * loss.area, std::nullopt});
    }
    return activity;
}

}  // namespace reddline::accounting
