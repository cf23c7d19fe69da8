#include <benchmark/benchmark.h>

#include <string>

#include "estimation/credit_uncertainty.hpp"
#include "unit/estimation/model_case.hpp"

namespace reddline {
namespace {

/// A project and a belt of three years over twenty forest types, each with a standard error of its own.
AuditCase many_strata(CreditModel& model) {
    AuditCase audit = tests::uncertain_case();
    audit.factor_sets[0].stocks.clear();
    model.factors = 0;
    model.displaced.resize(3);
    for (int i = 0; i < 20; ++i) {
        const std::string name = "forest type " + std::to_string(i);
        audit.factor_sets[0].stocks[name].add(tests::pool(100.0 + i, 10.0));
        model.balance.weights.push_back({name, Hectares::of(50.0 - i)});
        for (CreditForm& form : model.displaced)
            form.weights.push_back({name, Hectares::of(i - 9.0)});
    }
    return audit;
}

/// Everything that is computed of one reading of 20 strata with 100,000 draws.
void uncertainty_of_twenty_strata(benchmark::State& state) {
    CreditModel model;
    const AuditCase audit = many_strata(model);
    const AuditResult results = tests::results_of(model, 1e6);
    for (auto _ : state)
        benchmark::DoNotOptimize(estimation::credit_uncertainty(audit, results));
}
BENCHMARK(uncertainty_of_twenty_strata)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reddline
