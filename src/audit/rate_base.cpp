#include "audit/rate_base.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

// Our own threshold: a zone that is forest nearly throughout has nearly one rate, whatever its base.
constexpr double told_from_share = 0.01;

constexpr std::size_t shown_zones = 3;

/// Share of forest in a zone.
struct ZoneForest {
    std::size_t zone = 0;
    double share = 0.0;
};

/// A flat rate and its place among the reference levels.
struct NamedRate {
    std::size_t reference = 0;
    const LossRate* rate = nullptr;
};

std::vector<NamedRate> rates_of(const AuditCase& audit) {
    std::vector<NamedRate> rates;
    for (std::size_t i = 0; i < audit.references.size(); ++i) {
        if (const auto* const rate = std::get_if<LossRate>(&audit.references[i].rule)) rates.push_back({i, rate});
    }
    return rates;
}

/// What was expected under a reference level, by its first reading of the zone that knows it.
std::optional<TonnesCO2e> level_of(const AuditResult& results, std::size_t zone, std::size_t reference) {
    for (const ReadingResult& result : readings_of(results.readings, zone)) {
        if (result.reading.reference == reference && result.reference) return result.reference;
    }
    return std::nullopt;
}

std::string per_year(double rate) {
    return fixed(100.0 * rate, 3) + " % per year";
}

/// What a rate would be, and bring, if its base were the other one; `forest_share` is the zone's.
Finding other_base(const AuditCase& audit, const AuditResult& results, std::size_t zone, const NamedRate& named,
                   double forest_share) {
    const bool of_forest = named.rate->base() == RateBase::forest;
    const std::string other = of_forest ? "territory" : "forest";
    const double as_other = of_forest ? named.rate->per_year() * forest_share : named.rate->per_year() / forest_share;
    const double if_mistaken = of_forest ? 1.0 / forest_share : forest_share;
    std::string evidence = audit.references[named.reference].name + ": " + per_year(named.rate->per_year()) + " of " +
                           std::string(to_string(named.rate->base())) + " is " + per_year(as_other) + " of " + other +
                           ", since " + per_cent(forest_share) + " of the zone is forest; taken for a share of " +
                           other + " it gives " + fixed(if_mistaken, 2) + " times as much";
    if (const auto level = level_of(results, zone, named.reference))
        evidence += ": " + t_text(if_mistaken * *level) + " instead of " + t_text(*level);
    return {"base_of_rate", Severity::note, audit.zones[zone].zone.name,
            "A flat rate means nothing without its base; check in its source that it is a share of the " +
                std::string(to_string(named.rate->base())) + ".",
            evidence};
}

/// How far two rates of different bases are apart in one zone, for example "park: 0.87 (463 tCO2e against 532 tCO2e)".
std::string in_zone(const AuditCase& audit, const AuditResult& results, std::size_t zone, const NamedRate& of_forest,
                    const NamedRate& of_territory, double forest_share) {
    const double on_forest = of_territory.rate->per_year() / forest_share;
    std::string text = audit.zones[zone].zone.name + ": " + fixed(of_forest.rate->per_year() / on_forest, 2);
    const auto level = level_of(results, zone, of_forest.reference);
    const auto other = level_of(results, zone, of_territory.reference);
    if (level && other) text += " (" + t_text(*level) + " against " + t_text(*other) + ")";
    return text;
}

/// Two rates of different bases as bare numbers, and put on the same base in the first zones.
Finding two_bases(const AuditCase& audit, const AuditResult& results, const NamedRate& of_forest,
                  const NamedRate& of_territory, const std::vector<ZoneForest>& zones) {
    const std::string& one = audit.references[of_forest.reference].name;
    const std::string& other = audit.references[of_territory.reference].name;
    std::string evidence = one + ": " + per_year(of_forest.rate->per_year()) + " of forest; " + other + ": " +
                           per_year(of_territory.rate->per_year()) + " of territory; as bare numbers the first is " +
                           fixed(of_forest.rate->per_year() / of_territory.rate->per_year(), 2) + " times the second";
    std::string of_zones;
    const std::size_t shown = std::min(zones.size(), shown_zones);
    for (const ZoneForest& zone : std::span(zones).first(shown))
        add_part(of_zones, in_zone(audit, results, zone.zone, of_forest, of_territory, zone.share), "; ");
    if (zones.size() > shown) of_zones += "; and " + std::to_string(zones.size() - shown) + " more zones";
    if (!of_zones.empty()) evidence += ", on the same base in " + of_zones;
    return {"base_of_rate", Severity::note, one + " and " + other,
            "Two flat rates are shares of different areas and cannot be compared as numbers.", evidence};
}

/// Forest of a zone at the start of monitoring, by its statement, else by the declared strata.
Hectares forest_of(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    if (const Statement* const statement = statement_of(results, zone)) return forest_at_start(*statement);
    Hectares sum;
    for (const DeclaredArea& declared : audit.declared_in(zone)) {
        if (audit.kind_of(declared.stratum) == StratumKind::forest) sum += declared.area;
    }
    return sum;
}

/// The project zones whose share of forest is known.
std::vector<ZoneForest> forest_shares(const AuditCase& audit, const AuditResult& results) {
    std::vector<ZoneForest> shares;
    for (const std::size_t zone : project_zones(audit)) {
        const Hectares territory = area_of_zone(audit, zone);
        const Hectares forest = forest_of(audit, results, zone);
        if (territory > Hectares{} && forest > Hectares{}) shares.push_back({zone, forest / territory});
    }
    return shares;
}

}  // namespace

Findings check_rate_base(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const auto rates = rates_of(audit);
    if (rates.empty()) return findings;
    const auto zones = forest_shares(audit, results);
    for (const ZoneForest& zone : zones) {
        if (std::abs(1.0 - zone.share) < told_from_share) continue;
        for (const NamedRate& rate : rates)
            findings.push_back(other_base(audit, results, zone.zone, rate, zone.share));
    }
    for (const NamedRate& of_forest : rates) {
        for (const NamedRate& of_territory : rates) {
            const bool are_apart = of_forest.rate->base() == RateBase::forest &&
                                   of_territory.rate->base() == RateBase::territory &&
                                   of_territory.rate->per_year() > 0.0;
            if (are_apart) findings.push_back(two_bases(audit, results, of_forest, of_territory, zones));
        }
    }
    return findings;
}

}  // namespace reddline::audit
