#include "estimation/plot_correlations.hpp"

#include <algorithm>
#include <string>

#include "domain/credit_model.hpp"
#include "domain/pool_correlations.hpp"

namespace reddline::estimation {

namespace {

bool is_given(const UncertaintyRules& rules, const std::string& one, const std::string& other) {
    return std::ranges::any_of(rules.correlations, [&](const InputCorrelation& pair) {
        return (pair.one == one && pair.other == other) || (pair.one == other && pair.other == one);
    });
}

}  // namespace

UncertaintyRules with_plot_correlations(UncertaintyRules rules, const CarbonTable& factors) {
    for (const auto& [stratum, stock] : factors.stocks) {
        for (const PoolCorrelation& pair : pool_correlations(stock)) {
            const std::string one = density_input(stratum, stock.pools()[pair.one].pool);
            const std::string other = density_input(stratum, stock.pools()[pair.other].pool);
            if (!is_given(rules, one, other)) rules.correlations.push_back({one, other, pair.coefficient, "plots"});
        }
    }
    return rules;
}

}  // namespace reddline::estimation
