#include "accounting/national_rates.hpp"

#include "accounting/emission_factor.hpp"

namespace reddline::accounting {

namespace {

Answer<NationalRate> rate_of(const YearlyProbabilities& yearly, std::size_t from, const CarbonTable& factors, Arcs arcs,
                             PostStock post) {
    const std::string& name = yearly.strata()[from].name;
    NationalRate rate;
    for (std::size_t to = 0; to < yearly.strata().size(); ++to) {
        const Stratum& destination = yearly.strata()[to];
        const bool is_forest = destination.kind == StratumKind::forest;
        if (to == from || yearly.at(from, to) <= 0.0 || (is_forest && arcs == Arcs::option_1)) continue;
        const Destination land{destination.name, destination.kind};
        const auto factor = emission_factor(factors, name, land, post);
        if (!factor.given()) return factor.refusal();
        if (factor.value() <= TonnesCO2ePerHa{}) {
            rate.left_out.push_back(name + " > " + destination.name);
            continue;
        }
        rate.lost_share += yearly.at(from, to);
        rate.emission += yearly.at(from, to) * factor.value();
        const std::string* const after = stock_after(land, post);
        rate.arcs.push_back({yearly.at(from, to), after == nullptr ? std::string{} : *after});
        rate.moves_to_forest = rate.moves_to_forest || is_forest;
    }
    return rate;
}

}  // namespace

NationalRates national_rates(const YearlyProbabilities& yearly, const CarbonTable& factors, Arcs arcs, PostStock post) {
    NationalRates rates;
    for (std::size_t from = 0; from < yearly.strata().size(); ++from) {
        const bool counts = yearly.strata()[from].kind == StratumKind::forest && yearly.has_row(from);
        rates.push_back(counts ? rate_of(yearly, from, factors, arcs, post) : Answer<NationalRate>(NationalRate{}));
    }
    return rates;
}

}  // namespace reddline::accounting
