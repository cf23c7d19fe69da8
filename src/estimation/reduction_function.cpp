#include "estimation/reduction_function.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "domain/units.hpp"

namespace reddline::estimation {

namespace {

/// Draws that are worked out at a time, so that they stay in the cache.
constexpr std::size_t chunk = 1024;

/// The inputs that a stratum's density is made of, and what of it is exact.
struct Density {
    double exact_tC_per_ha = 0.0;
    std::vector<std::size_t> inputs;
};

Density density_of(const CarbonTable& factors, const std::string& stratum, std::span<const CreditInput> inputs) {
    Density density;
    for (const PoolDensity& pool : factors.stocks.at(stratum).pools()) {
        const std::string name = density_input(stratum, pool.pool);
        const auto found = std::ranges::find_if(
            inputs, [&](const CreditInput& input) { return input.name == name && input.stratum == stratum; });
        if (found == inputs.end()) {
            density.exact_tC_per_ha += pool.density.value();
        } else {
            density.inputs.push_back(static_cast<std::size_t>(found - inputs.begin()));
        }
    }
    return density;
}

}  // namespace

ReductionFunction::ReductionFunction(const CreditModel& model, const CarbonTable* factors,
                                     std::span<const CreditInput> inputs) {
    for (const CreditInput& input : inputs)
        values_.push_back(input.value);
    balance_ = form_of(model.balance, factors, inputs);
    for (const CreditForm& form : model.displaced)
        displaced_.push_back(form_of(form, factors, inputs));
}

ReductionFunction::Form ReductionFunction::form_of(const CreditForm& form, const CarbonTable* factors,
                                                   std::span<const CreditInput> inputs) const {
    Form result;
    result.constant = form.constant.value();
    for (const StratumWeight& weight : form.weights) {
        const Density density = density_of(*factors, weight.stratum, inputs);
        const double amount = tCO2_per_tC * weight.area.value();
        result.constant += amount * density.exact_tC_per_ha;
        for (const std::size_t input : density.inputs)
            result.parts.push_back({input, amount});
    }
    for (const AreaErrorPart& error : form.errors) {
        const auto found = std::ranges::find_if(
            inputs, [&](const CreditInput& input) { return input.stratum.empty() && input.name == error.input; });
        if (found == inputs.end()) continue;
        const auto area = static_cast<std::size_t>(found - inputs.begin());
        // Areas move from their own values by so much for each unit that their input is away from its value.
        for (const StratumWeight& weight : error.per_standard_error) {
            const Density density = density_of(*factors, weight.stratum, inputs);
            const double amount = tCO2_per_tC * weight.area.value() / found->area_error;
            result.constant -= amount * found->value * density.exact_tC_per_ha;
            result.parts.push_back({area, amount * density.exact_tC_per_ha});
            for (const std::size_t input : density.inputs) {
                result.parts.push_back({input, -amount * found->value});
                result.products.push_back({area, input, amount});
            }
        }
    }
    return result;
}

std::vector<double> ReductionFunction::at(std::span<const std::vector<double>> columns, std::size_t count) const {
    std::vector<double> reductions(count);
    std::array<double, chunk> amounts{};
    const auto work_out = [&](const Form& form, std::size_t first, std::size_t size) {
        std::fill_n(amounts.begin(), size, form.constant);
        for (const Part& part : form.parts) {
            const double* const column = columns[part.input].data() + first;
            for (std::size_t i = 0; i < size; ++i)
                amounts[i] += part.amount * column[i];
        }
        for (const ProductPart& part : form.products) {
            const double* const area = columns[part.area].data() + first;
            const double* const density = columns[part.density].data() + first;
            for (std::size_t i = 0; i < size; ++i)
                amounts[i] += part.amount * area[i] * density[i];
        }
    };
    for (std::size_t first = 0; first < count; first += chunk) {
        const std::size_t size = std::min(chunk, count - first);
        work_out(balance_, first, size);
        std::copy_n(amounts.begin(), size, reductions.begin() + static_cast<std::ptrdiff_t>(first));
        for (const Form& form : displaced_) {
            work_out(form, first, size);
            for (std::size_t i = 0; i < size; ++i)
                reductions[first + i] -= std::max(0.0, amounts[i]);
        }
    }
    return reductions;
}

double ReductionFunction::value_of(const Form& form) const {
    double value = form.constant;
    for (const Part& part : form.parts)
        value += part.amount * values_[part.input];
    for (const ProductPart& part : form.products)
        value += part.amount * values_[part.area] * values_[part.density];
    return value;
}

double ReductionFunction::central() const {
    double reduction = value_of(balance_);
    for (const Form& form : displaced_)
        reduction -= std::max(0.0, value_of(form));
    return reduction;
}

void ReductionFunction::add_slopes(const Form& form, double sign, std::vector<double>& slopes) const {
    for (const Part& part : form.parts)
        slopes[part.input] += sign * part.amount;
    for (const ProductPart& part : form.products) {
        slopes[part.area] += sign * part.amount * values_[part.density];
        slopes[part.density] += sign * part.amount * values_[part.area];
    }
}

std::vector<double> ReductionFunction::slopes() const {
    std::vector<double> slopes(values_.size());
    add_slopes(balance_, 1.0, slopes);
    for (const Form& form : displaced_) {
        if (value_of(form) > 0.0) add_slopes(form, -1.0, slopes);
    }
    return slopes;
}

}  // namespace reddline::estimation
