#include "audit/matrix_root.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "audit/evidence_text.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// Refusals that only the matrix root meets: the same reading under the linear share is computed.
struct RootRefusals {
    std::int64_t readings = 0;
    std::set<std::string> reasons;
};

/// The reading with the linear share in place of the matrix root.
Reading under_linear(Reading reading) {
    reading.annualise = Annualise::linear;
    return reading;
}

void add_readings(const AuditResult& results, RootRefusals& refusals) {
    std::set<std::pair<std::size_t, Reading>> linear;
    for (const ReadingResult& result : results.readings) {
        if (result.reading.annualise == Annualise::linear && result.answer.given())
            linear.emplace(result.zone, result.reading);
    }
    for (const ReadingResult& result : results.readings) {
        if (result.reading.annualise != Annualise::matrix_root || result.answer.given()) continue;
        if (!linear.contains({result.zone, under_linear(result.reading)})) continue;
        ++refusals.readings;
        refusals.reasons.insert(result.answer.refusal().reason);
    }
}

void add_unit_references(const AuditResult& results, RootRefusals& refusals) {
    std::set<std::pair<std::string, Reading>> linear;
    for (const UnitReference& unit : results.unit_references) {
        if (unit.reading.annualise == Annualise::linear && unit.answer.given())
            linear.emplace(unit.stratum, unit.reading);
    }
    for (const UnitReference& unit : results.unit_references) {
        if (unit.reading.annualise != Annualise::matrix_root || unit.answer.given()) continue;
        if (linear.contains({unit.stratum, under_linear(unit.reading)}))
            refusals.reasons.insert(unit.answer.refusal().reason);
    }
}

}  // namespace

Findings check_matrix_root(const AuditCase& audit, const AuditResult& results) {
    RootRefusals refusals;
    add_readings(results, refusals);
    add_unit_references(results, refusals);
    if (refusals.reasons.empty() || !audit.transitions) return {};
    std::string evidence = refusals.readings > 0 ? counted(refusals.readings, "reading") + " refused"
                                                 : "reference level per 1,000 ha refused";
    const char* separator = ": ";
    for (const std::string& reason : refusals.reasons) {
        add_part(evidence, reason, separator);
        separator = "; ";
    }
    return {{"matrix_root_refused", Severity::note, audit.transitions->name,
             "The national transitions have no yearly matrix root that is a table of shares; the readings that need "
             "it are refused.",
             evidence}};
}

}  // namespace reddline::audit
