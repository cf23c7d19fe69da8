#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/credit_model.hpp"
#include "estimation/credit_inputs.hpp"

namespace reddline::estimation {

/// The reductions of one model as a function of its uncertain inputs; everything else stands at its value.
class ReductionFunction {
public:
    /// Shapes: `factors` is the model's factor set, null where it has none; `inputs` are at least those of the model.
    ReductionFunction(const CreditModel& model, const CarbonTable* factors, std::span<const CreditInput> inputs);

    /// The reductions of the first `count` draws, in tCO2e.
    ///
    /// Shapes: one column per input, each of at least `count` values. Source: docs/equations.md, Eq. 21, 22
    [[nodiscard]] std::vector<double> at(std::span<const std::vector<double>> columns, std::size_t count) const;
    /// The reductions where every input stands at its value.
    [[nodiscard]] double central() const;
    /// What they gain for one unit of each input there; a displaced amount that is not above zero has no part in it.
    ///
    /// Source: docs/equations.md, Eq. 28
    [[nodiscard]] std::vector<double> slopes() const;

private:
    /// An amount per unit of one input.
    struct Part {
        std::size_t input = 0;
        double amount = 0.0;
    };
    /// An amount per unit of an area and unit of a density.
    struct ProductPart {
        std::size_t area = 0;
        std::size_t density = 0;
        double amount = 0.0;
    };
    struct Form {
        double constant = 0.0;
        std::vector<Part> parts;
        std::vector<ProductPart> products;
    };

    [[nodiscard]] Form form_of(const CreditForm& form, const CarbonTable* factors,
                               std::span<const CreditInput> inputs) const;
    [[nodiscard]] double value_of(const Form& form) const;
    void add_slopes(const Form& form, double sign, std::vector<double>& slopes) const;

    std::vector<double> values_;
    Form balance_;
    std::vector<Form> displaced_;
};

}  // namespace reddline::estimation
