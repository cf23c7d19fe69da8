#include "estimation/correlation.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <set>

#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::estimation {

namespace {

/// Eigenvalues of a matrix whose inputs are fully correlated are 0, give or take this.
constexpr double noise = 1e-9;

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Matrix> matrix_of(const std::vector<double>& values, std::size_t size) {
    return {values.data(), static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(size)};
}

/// The correlated inputs, for messages.
std::string listed_inputs(const UncertaintyRules& rules) {
    std::set<std::string> names;
    for (const InputCorrelation& pair : rules.correlations)
        names.insert({pair.one, pair.other});
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Correlation::Correlation(const std::vector<std::string>& names, const UncertaintyRules& rules)
    : size_{names.size()}, values_(names.size() * names.size()) {
    for (std::size_t input = 0; input < size_; ++input)
        values_[input * size_ + input] = 1.0;
    for (const InputCorrelation& pair : rules.correlations) {
        const auto one = static_cast<std::size_t>(std::ranges::find(names, pair.one) - names.begin());
        const auto other = static_cast<std::size_t>(std::ranges::find(names, pair.other) - names.begin());
        if (one == size_ || other == size_) continue;
        values_[one * size_ + other] = values_[other * size_ + one] = pair.coefficient;
    }
    if (rules.correlations.empty() || size_ == 0) return;
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(matrix_of(values_, size_), Eigen::EigenvaluesOnly);
    const double smallest = solver.eigenvalues().minCoeff();
    if (smallest >= -noise) return;
    throw Error(ErrorCode::table_malformed, rules.correlation_file,
                "expected correlations that inputs can have together, found a matrix with the eigenvalue " +
                    fixed(smallest, 4) + " for " + listed_inputs(rules) +
                    "; bring them nearer to 0, or add the pairs between them that are missing");
}

bool Correlation::is_shared(std::size_t input) const {
    for (std::size_t other = 0; other < size_; ++other) {
        if (other != input && at(input, other) != 0.0) return true;
    }
    return false;
}

std::vector<double> Correlation::factor() const {
    // A Cholesky factor with pivots: it stands inputs that are fully correlated, too.
    const Eigen::LDLT<Matrix> decomposed(matrix_of(values_, size_));
    const Eigen::VectorXd roots = decomposed.vectorD().cwiseMax(0.0).cwiseSqrt();
    const Matrix lower = decomposed.matrixL();
    const Matrix weights = decomposed.transpositionsP().transpose() * Matrix(lower * roots.asDiagonal());
    return {weights.data(), weights.data() + weights.size()};
}

}  // namespace reddline::estimation
