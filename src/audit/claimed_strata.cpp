#include "audit/claimed_strata.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

// Our own threshold: from a tenth of the lost area on that stands in another forest type than reported.
constexpr double doubted_from_index = 0.10;

std::string relabelling_text(const Relabelling& relabelling) {
    return "; the reported loss emits " + t_text(relabelling.reported) + " as labelled, " +
           t_text(relabelling.audited) + " by the mapped forest types" +
           (relabelling.by_stratum ? " stratum by stratum" : "") + ": " +
           signed_t_text(relabelling.audited - relabelling.reported);
}

}  // namespace

Findings check_claimed_strata(const AuditCase& audit, const AuditResult& results) {
    const StratumQuestion* const question = claimed_question(audit, results);
    if (question == nullptr || !results.default_reading.strata_map) return {};
    const std::size_t map = *results.default_reading.strata_map;
    const LossMix* const reported = mix_of(*question, MixSource::reported);
    const LossMix* const mapped = mapped_mix(*question, map);
    if (reported == nullptr || mapped == nullptr) return {};
    const auto index = index_between(*question, *reported, *mapped);
    if (!index || *index < doubted_from_index) return {};
    std::string evidence = "consistency index " + fixed(*index, 3) + " against " + audit.maps[map].name;
    if (const Relabelling* const relabelling = relabelling_by(*question, map))
        evidence += relabelling_text(*relabelling);
    return {{"claimed_strata_differ", Severity::warning, audit.zones[question->zone].zone.name,
             "The reported loss lies in other forest types than the mapped loss.", evidence}};
}

}  // namespace reddline::audit
