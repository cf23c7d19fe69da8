#include "estimation/monte_carlo.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "estimation/counter_random.hpp"

namespace reddline::estimation {

namespace {

/// FNV-1a of 32 bits: what a name is as a number, the same everywhere and always.
std::uint32_t number_of(const std::string& name) {
    std::uint32_t number = 2166136261U;
    for (const char letter : name) {
        number ^= static_cast<unsigned char>(letter);
        number *= 16777619U;
    }
    return number;
}

std::vector<double> deviates(std::uint64_t seed, std::uint32_t variable, std::size_t count) {
    std::vector<double> column(count);
    for (std::size_t i = 0; i < count; ++i)
        column[i] = normal_deviate(unit_number(random_bits(seed, i, variable)));
    return column;
}

/// Draws of an input that goes together with no other.
std::vector<double> drawn_alone(const Distribution& distribution, std::uint64_t seed, std::uint32_t variable,
                                std::size_t count) {
    std::vector<double> column(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = random_bits(seed, i, variable);
        column[i] = distribution.is_continuous() ? distribution.at(unit_number(bits)) : distribution.resampled(bits);
    }
    return column;
}

/// Draws of the inputs that go together, into their columns.
void draw_together(std::span<const CreditInput> inputs, const std::vector<std::uint32_t>& variables,
                   const Correlation& correlation, std::uint64_t seed, std::size_t count,
                   std::vector<std::vector<double>>& columns) {
    std::vector<std::vector<double>> independent(inputs.size());
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        if (!correlation.is_shared(input)) continue;
        independent[input] = deviates(seed, variables[input], count);
    }
    const std::vector<double> factor = correlation.factor();
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        if (!correlation.is_shared(input)) continue;
        std::vector<double>& column = columns[input];
        column.assign(count, 0.0);
        for (std::size_t other = 0; other < inputs.size(); ++other) {
            const double weight = factor[input * inputs.size() + other];
            if (weight == 0.0) continue;
            for (std::size_t i = 0; i < count; ++i)
                column[i] += weight * independent[other][i];
        }
        for (double& value : column)
            value = inputs[input].distribution.at_deviate(value);
    }
}

}  // namespace

std::vector<std::uint32_t> variables_of(std::span<const std::string> names) {
    std::vector<std::uint32_t> variables;
    for (const std::string& name : names) {
        std::uint32_t variable = number_of(name);
        while (std::ranges::find(variables, variable) != variables.end())
            ++variable;
        variables.push_back(variable);
    }
    return variables;
}

void expect_drawable(std::span<const CreditInput> inputs, const Correlation& correlation) {
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        if (inputs[input].distribution.is_continuous() || !correlation.is_shared(input)) continue;
        throw Error(ErrorCode::table_malformed, "uncertainty",
                    "expected no correlation of a bootstrap, which has no formula, found one of '" +
                        inputs[input].name +
                        "'; choose another distribution, leave the correlation out, or give each plot the total of "
                        "its pools");
    }
}

std::vector<std::vector<double>> drawn(std::span<const CreditInput> inputs, const Correlation& correlation,
                                       std::uint64_t seed, std::size_t count) {
    expect_drawable(inputs, correlation);
    const std::vector<std::uint32_t> variables = variables_of(names_of(inputs));
    std::vector<std::vector<double>> columns(inputs.size());
    bool is_any_shared = false;
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        if (correlation.is_shared(input)) {
            is_any_shared = true;
        } else {
            columns[input] = drawn_alone(inputs[input].distribution, seed, variables[input], count);
        }
    }
    if (is_any_shared) draw_together(inputs, variables, correlation, seed, count, columns);
    return columns;
}

}  // namespace reddline::estimation
