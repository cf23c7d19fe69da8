#include "audit/national_shares.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

// Our own thresholds: the mixes are told apart from a tenth of the forest on; a rate is thinly based when its stratum is
// under a twentieth of the nation's forest and carries at least a quarter of the expected emission.
constexpr double told_from_index = 0.10;
constexpr double thin_national_share = 0.05;
constexpr double heavy_expected_share = 0.25;

using Shares = std::map<std::string, double>;

Shares shares_of(const std::map<std::string, Hectares>& areas) {
    Hectares sum;
    for (const auto& [stratum, area] : areas)
        sum += area;
    Shares shares;
    for (const auto& [stratum, area] : areas) {
        if (sum > Hectares{}) shares[stratum] = area / sum;
    }
    return shares;
}

/// Forest of the nation by stratum at the start of its latest interval.
Shares national_shares(const TransitionTable& table) {
    const auto is_forest = [&](const std::string& name) {
        const auto found = std::ranges::find(table.strata, name, &Stratum::name);
        return found != table.strata.end() && found->kind == StratumKind::forest;
    };
    std::map<std::string, Hectares> areas;
    for (const Transition& transition : table.intervals.back().transitions) {
        if (is_forest(transition.from)) areas[transition.from] += transition.area;
    }
    return shares_of(areas);
}

Shares zone_shares(const Statement& statement) {
    std::map<std::string, Hectares> areas;
    for (const StratumBalance& stratum : statement.strata)
        areas[stratum.stratum] += stratum.forest_at_start;
    return shares_of(areas);
}

double share_in(const Shares& shares, const std::string& stratum) {
    const auto found = shares.find(stratum);
    return found == shares.end() ? 0.0 : found->second;
}

/// How far the two mixes are apart, and the stratum that parts them most.
struct Difference {
    double index = 0.0;
    std::string stratum;
    double largest = 0.0;
};

/// Source: docs/equations.md, Eq. 27
Difference difference_of(const Shares& nation, const Shares& zone) {
    Shares strata = nation;
    strata.insert(zone.begin(), zone.end());
    Difference difference;
    for (const auto& [stratum, share] : strata) {
        const double apart = std::abs(share_in(nation, stratum) - share_in(zone, stratum));
        difference.index += 0.5 * apart;
        if (apart <= difference.largest) continue;
        difference.largest = apart;
        difference.stratum = stratum;
    }
    return difference;
}

/// The strata whose rate rests on little national forest and that carry much of what was expected; empty when none do.
std::string thin_strata(const Statement& statement, const Shares& nation) {
    std::string text;
    TonnesCO2e sum;
    for (const StratumBalance& stratum : statement.strata)
        sum += stratum.expected_emission.value_or(TonnesCO2e{});
    for (const StratumBalance& stratum : statement.strata) {
        if (!stratum.expected_emission || sum <= TonnesCO2e{}) continue;
        const double of_nation = share_in(nation, stratum.stratum);
        const double of_expected = *stratum.expected_emission / sum;
        if (of_nation >= thin_national_share || of_expected < heavy_expected_share) continue;
        add_part(text,
                 stratum.stratum + " is " + per_cent(of_nation) + " of national forest and " + per_cent(of_expected) +
                     " of the expected emission (" + t_text(*stratum.expected_emission) + ")",
                 "; ");
    }
    return text;
}

}  // namespace

Findings check_national_shares(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    if (!audit.transitions || audit.transitions->intervals.empty()) return findings;
    const Shares nation = national_shares(*audit.transitions);
    for (const std::size_t zone : project_zones(audit)) {
        const Statement* const statement = statement_of(results, zone);
        if (statement == nullptr || nation.empty()) continue;
        const Shares shares = zone_shares(*statement);
        if (shares.empty()) continue;
        if (audit.transitions_of(statement->reading) == nullptr) continue;
        const Difference difference = difference_of(nation, shares);
        const std::string thin = thin_strata(*statement, nation);
        const std::string& name = audit.zones[zone].zone.name;
        if (!thin.empty()) {
            findings.push_back({"national_shares_differ", Severity::warning, name,
                                "Much of what is expected rests on national loss rates of little forest.", thin});
        }
        if (difference.index < told_from_index) continue;
        findings.push_back(
            {"national_shares_differ", Severity::note, name,
             "The zone's forest is of another mix of types than the nation's, whose loss rates it takes.",
             "index " + fixed(difference.index, 3) + "; " + difference.stratum + " is " +
                 per_cent(share_in(nation, difference.stratum)) + " of national forest, " +
                 per_cent(share_in(shares, difference.stratum)) + " of the zone's"});
    }
    return findings;
}

}  // namespace reddline::audit
