#include "accounting/missing_inputs.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "accounting/credit_model.hpp"
#include "accounting/factor_coverage.hpp"
#include "accounting/map_change.hpp"
#include "domain/joined.hpp"

namespace reddline::accounting {

namespace {

/// Collects what is missing.
class MissingList {
public:
    void miss(bool is_missing, const std::string& input, const std::string& document, const std::string& decides) {
        if (is_missing) list_.push_back({input, document, decides});
    }
    [[nodiscard]] std::vector<MissingInput> list() const { return list_; }

private:
    std::vector<MissingInput> list_;
};

/// Where the audit file names its zones.
std::string zones_key(const AuditCase& audit) {
    return audit.has_pixels() ? "[[zones]]" : "[project] areas";
}

bool has_role(const AuditCase& audit, ZoneRole role) {
    return std::ranges::any_of(audit.zones, [&](const ZoneExtent& extent) { return extent.zone.role == role; });
}

std::set<std::string> projects_without_belt(const AuditCase& audit) {
    std::set<std::string> names;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role == ZoneRole::project && audit.belts_of(zone).empty())
            names.insert(audit.zones[zone].zone.name);
    }
    return names;
}

/// Belts that other projects have do not help those that have none, so these are named.
void miss_belts(const AuditCase& audit, MissingList& missing) {
    const std::set<std::string> projects = projects_without_belt(audit);
    const std::string whose = has_role(audit, ZoneRole::displacement_belt) ? " for " + joined(projects) : "";
    missing.miss(!projects.empty(), "a zone of role displacement_belt" + whose + " (" + zones_key(audit) + ")",
                 "the project design document's displacement or leakage belt",
                 "how much loss moved elsewhere; without it the credits are an upper bound");
}

void miss_maps(const AuditCase& audit, MissingList& missing) {
    missing.miss(!audit.has_pixels(), "the loss product and the project's boundary ([loss], [[zones]])",
                 "tiles of the loss product are public; the boundary is in the project design document",
                 "how much forest was lost, where and when");
    missing.miss(audit.maps.empty(), "a forest-type map ([[strata]])",
                 "national land-cover maps, or the project design document",
                 "which forest types were lost, and so the carbon per hectare");
    missing.miss(!audit.maps.empty() && audit.has_pixels() && !map_pair(audit).given(),
                 "a later strata map of role monitoring ([[strata]])", "the monitoring report's forest-type map",
                 "whether two maps tell the same loss as the loss product");
    const bool has_independent =
        std::ranges::any_of(audit.maps, [](const StrataMap& map) { return map.role == StrataRole::independent; });
    missing.miss(!audit.maps.empty() && !has_independent, "an independent strata map ([[strata]] of role independent)",
                 "a land-cover product that neither the project nor its baseline made",
                 "whether the forest types of the loss are those that the baseline map shows");
}

/// Strata of one kind without a factor. Where a set has all, only the others lack them, each by its name.
void miss_strata(const AuditCase& audit, std::set<std::string> (*lacking)(const AuditCase&, const CarbonTable&),
                 const MissingInput& without, MissingList& missing) {
    std::set<std::string> lacked;
    std::set<std::string> complete;
    for (const CarbonTable& factors : audit.factor_sets) {
        std::set<std::string> strata = lacking(audit, factors);
        if (strata.empty()) complete.insert(factors.name);
        lacked.merge(strata);
    }
    if (complete.empty()) {
        missing.miss(!lacked.empty(), without.input + " (" + joined(lacked) + ")", without.document, without.decides);
        return;
    }
    for (const CarbonTable& factors : audit.factor_sets) {
        const std::set<std::string> strata = lacking(audit, factors);
        missing.miss(
            !strata.empty(), without.input + " in " + factors.name + " (" + joined(strata) + ")", without.document,
            without.decides + "; readings by " + factors.name + " alone lack them, " + joined(complete) + " has all");
    }
}

void miss_factors(const AuditCase& audit, MissingList& missing) {
    miss_strata(
        audit, forest_without_factor,
        {"carbon factors of further forest types", "the national reference level's annex, or a forest inventory",
         "readings that count change among forest types (option-2) or follow it (markov), and any credits "
         "where such forest is held or reported as lost"},
        missing);
    miss_strata(audit, destinations_without_stock,
                {"carbon factors of what is not forest", "the national reference level's annex, or IPCC default tables",
                 "how much carbon stands on the land afterwards; without them it counts as none (reading zero)"},
                missing);
}

void miss_claim(const AuditCase& audit, MissingList& missing) {
    if (!has_role(audit, ZoneRole::project)) return;
    missing.miss(!audit.claim, "what the project claims ([claim])", "the monitoring report, or the registry",
                 "how far the claim is from what the maps support");
    if (!audit.claim) return;
    missing.miss(audit.claim->losses.empty(), "the losses that the project reports ([claim] losses)",
                 "the monitoring report's table of activity data",
                 "in which forest types the project saw its loss, and what that is worth in tonnes");
    missing.miss(!audit.claim->amount(ClaimItem::reference_level) || !audit.claim->amount(ClaimItem::project_emissions),
                 "the claim's own reference level and project emissions ([claim] items)",
                 "the monitoring report's summary of emission reductions",
                 "which part of the difference is the reference level, the hectares, the forest types or the factors");
}

}  // namespace

std::vector<MissingInput> missing_inputs(const AuditCase& audit) {
    MissingList missing;
    miss_maps(audit, missing);
    missing.miss(audit.factor_sets.empty(), "carbon factors ([carbon] factors)",
                 "the national reference level's annex, or a forest inventory", "what a hectare of loss emits");
    missing.miss(audit.references.empty(), "a reference level ([reference_level])",
                 "the national reference level submitted to the UNFCCC, or the project design document",
                 "what loss was expected without the project, and so every credit");
    missing.miss(audit.transitions && audit.transitions->intervals.size() == 1,
                 "national transitions of further intervals ([reference_level] transitions)",
                 "the annex of the national reference level",
                 "whether the one interval given is typical of the years that the reference level stands for");
    missing.miss(!audit.monitoring, "the monitoring period ([monitoring])", "the monitoring report",
                 "which loss counts against the credits");
    missing.miss(!has_role(audit, ZoneRole::project), "a zone of role project (" + zones_key(audit) + ")",
                 "the project design document's boundary", "whose credits are computed");
    miss_belts(audit, missing);
    miss_factors(audit, missing);
    missing.miss(audit.deductions.empty() && has_role(audit, ZoneRole::project), "deductions ([deductions])",
                 "the programme's rules and the validation report",
                 "what is held back for reversals and uncertainty; none is assumed");
    missing.miss(!audit.factor_sets.empty() && has_role(audit, ZoneRole::project) && !has_uncertain_input(audit),
                 "standard errors ([carbon] factors, column standard_error)", "the forest inventory behind the factors",
                 "how far the credits may be off, and what the programmes would deduct for it");
    miss_claim(audit, missing);
    return missing.list();
}

}  // namespace reddline::accounting
