#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {

LossMix mix_of_40_ha(MixSource source, std::optional<std::size_t> map, double evergreen_ha) {
    return {source,
            map,
            {{"evergreen", Hectares::of(evergreen_ha), evergreen_ha / 40.0},
             {"deciduous", Hectares::of(40.0 - evergreen_ha), 1.0 - evergreen_ha / 40.0}},
            {}};
}

Claim clean_claim() {
    Claim claim;
    claim.zone = "park";
    claim.items = {{ClaimItem::reference_level, TonnesCO2e::of(1'000.0)},
                   {ClaimItem::project_emissions, TonnesCO2e::of(400.0)},
                   {ClaimItem::displaced_emissions, TonnesCO2e::of(100.0)},
                   {ClaimItem::reductions, TonnesCO2e::of(500.0)},
                   {ClaimItem::credits, TonnesCO2e::of(500.0)}};
    claim.losses = {{"park", "evergreen", {}, LossYear{2018}, Hectares::of(30.0)},
                    {"park", "deciduous", {}, LossYear{2019}, Hectares::of(10.0)}};
    claim.strata_map = "types-2015";
    claim.area = Hectares::of(100.0);
    claim.source = "a monitoring report";
    return claim;
}

AuditCase claimed_case() {
    AuditCase audit = clean_case();
    audit.claim = clean_claim();
    return audit;
}

AuditResult claimed_result() {
    AuditResult results = clean_result(500);
    StratumQuestion question;
    question.zone = project;
    question.mixes = {mix_of_40_ha(MixSource::expected, std::nullopt, 30.0),
                      mix_of_40_ha(MixSource::reported, std::nullopt, 30.0), mix_of_40_ha(MixSource::mapped, 0, 30.0)};
    for (std::size_t first = 0; first < 3; ++first) {
        for (std::size_t second = first + 1; second < 3; ++second)
            question.distances.push_back({first, second, 0.0});
    }
    results.stratum_questions = {question};
    return results;
}

void set_distance(StratumQuestion& question, std::size_t first, std::size_t second, double index) {
    for (MixDistance& distance : question.distances) {
        if (distance.first == first && distance.second == second) distance.index = index;
    }
}

void add_second_map(AuditCase& audit) {
    StrataMap map = audit.maps.front();
    map.name = "types-2017";
    map.year = 2017;
    map.role = StrataRole::independent;
    audit.maps.push_back(map);
}

}  // namespace reddline::audit
