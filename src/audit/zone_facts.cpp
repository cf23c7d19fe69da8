#include "audit/zone_facts.hpp"

#include <algorithm>

namespace reddline::audit {

const Statement* statement_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::lower_bound(results.statements, zone, {}, &ZoneStatement::zone);
    const bool is_given = found != results.statements.end() && found->zone == zone && found->answer.given();
    return is_given ? &found->answer.value() : nullptr;
}

const StratumQuestion* question_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    return found == results.stratum_questions.end() ? nullptr : &*found;
}

const StratumQuestion* claimed_question(const AuditCase& audit, const AuditResult& results) {
    const auto zone = claimed_zone(audit);
    return zone ? question_of(results, *zone) : nullptr;
}

std::optional<std::size_t> claimed_zone(const AuditCase& audit) {
    return audit.claim ? audit.zone_index(audit.claim->zone) : std::nullopt;
}

std::vector<std::size_t> project_zones(const AuditCase& audit) {
    std::vector<std::size_t> projects;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project) projects.push_back(zone);
    }
    return projects;
}

Hectares area_of_zone(const AuditCase& audit, std::size_t zone) {
    if (audit.has_pixels()) return hectares(audit.zones[zone].inside.area_cm2);
    Hectares sum;
    for (const DeclaredArea& declared : audit.declared_in(zone))
        sum += declared.area;
    return sum;
}

Hectares forest_at_start(const Statement& statement, const std::string& stratum) {
    const auto found = std::ranges::find(statement.strata, stratum, &StratumBalance::stratum);
    return found == statement.strata.end() ? Hectares{} : found->forest_at_start;
}

Hectares forest_at_start(const Statement& statement) {
    Hectares sum;
    for (const StratumBalance& stratum : statement.strata)
        sum += stratum.forest_at_start;
    return sum;
}

}  // namespace reddline::audit
