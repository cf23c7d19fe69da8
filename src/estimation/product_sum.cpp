#include "estimation/product_sum.hpp"

#include <utility>

namespace reddline::estimation {

ProductSum product_of(double factor, const ProductSum& first, const ProductSum& second) {
    ProductSum product;
    for (const InputProduct& one : first) {
        for (const InputProduct& other : second) {
            InputProduct term{factor * one.factor * other.factor, one.inputs};
            term.inputs.insert(term.inputs.end(), other.inputs.begin(), other.inputs.end());
            product.push_back(std::move(term));
        }
    }
    return product;
}

void add_terms(double factor, const ProductSum& terms, ProductSum& sum) {
    for (const InputProduct& term : terms)
        sum.push_back({factor * term.factor, term.inputs});
}

double value_of(const ProductSum& sum, std::span<const double> values) {
    double total = 0.0;
    for (const InputProduct& term : sum) {
        double product = term.factor;
        for (const std::size_t input : term.inputs)
            product *= values[input];
        total += product;
    }
    return total;
}

std::vector<double> slopes_of(const ProductSum& sum, std::span<const double> values) {
    std::vector<double> slopes(values.size(), 0.0);
    for (const InputProduct& term : sum) {
        for (std::size_t at = 0; at < term.inputs.size(); ++at) {
            double product = term.factor;
            for (std::size_t other = 0; other < term.inputs.size(); ++other) {
                if (other != at) product *= values[term.inputs[other]];
            }
            slopes[term.inputs[at]] += product;
        }
    }
    return slopes;
}

std::vector<double> draws_of(const ProductSum& sum, const InputDraws& inputs) {
    std::vector<double> total(inputs.count, 0.0);
    std::vector<double> product(inputs.count);
    for (const InputProduct& term : sum) {
        double constant = term.factor;
        for (const std::size_t input : term.inputs) {
            if (inputs.columns[input] == nullptr) constant *= inputs.values[input];
        }
        product.assign(inputs.count, constant);
        for (const std::size_t input : term.inputs) {
            if (inputs.columns[input] == nullptr) continue;
            const std::vector<double>& column = *inputs.columns[input];
            for (std::size_t i = 0; i < inputs.count; ++i)
                product[i] *= column[i];
        }
        for (std::size_t i = 0; i < inputs.count; ++i)
            total[i] += product[i];
    }
    return total;
}

}  // namespace reddline::estimation
