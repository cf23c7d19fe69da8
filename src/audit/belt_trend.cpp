#include "audit/belt_trend.hpp"

#include "audit/evidence_text.hpp"
#include "audit/loss_window.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

std::string displaced_text(const Statement* statement) {
    if (statement == nullptr || !statement->totals.displaced) return "displaced emissions are not counted";
    return "counted as displaced: " + t_text(*statement->totals.displaced);
}

}  // namespace

Findings check_belt_trend(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const auto window = loss_window(audit, results);
    if (!window) return findings;
    for (const std::size_t project : project_zones(audit)) {
        const LossTrend of_project = loss_trend(audit, results, project, *window);
        if (!is_more(of_project.before, of_project.during)) continue;
        for (const std::size_t belt : audit.belts_of(project)) {
            const LossTrend of_belt = loss_trend(audit, results, belt, *window);
            if (!is_more(of_belt.during, of_belt.before)) continue;
            findings.push_back({"belt_loss_rises", Severity::warning, audit.zones[belt].zone.name,
                                "Mapped loss of tree cover per year rose in the belt while it fell in the project: "
                                "some of it may have moved there.",
                                "belt: " + trend_text(of_belt, *window) +
                                    "; project: " + trend_text(of_project, *window) + "; " +
                                    displaced_text(statement_of(results, project))});
        }
    }
    return findings;
}

}  // namespace reddline::audit
