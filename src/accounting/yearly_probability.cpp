#include "accounting/yearly_probability.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <complex>
#include <unsupported/Eigen/MatrixFunctions>
#include <utility>

namespace reddline::accounting {

namespace {

/// Hectares from stratum (row) to stratum (column) in one interval.
struct IntervalMatrix {
    Eigen::MatrixXd area_ha;
    int years = 0;
};

IntervalMatrix matrix_of(const TransitionTable& table, const TransitionInterval& interval) {
    const auto count = static_cast<Eigen::Index>(table.strata.size());
    IntervalMatrix matrix{Eigen::MatrixXd::Zero(count, count), interval.years()};
    const auto index_of = [&](const std::string& name) {
        return std::ranges::find(table.strata, name, &Stratum::name) - table.strata.begin();
    };
    for (const Transition& transition : interval.transitions) {
        matrix.area_ha(index_of(transition.from), index_of(transition.to)) += transition.area.value();
    }
    return matrix;
}

/// All intervals as one whose yearly share is theirs, weighted by area and years.
Answer<IntervalMatrix> pooled(const std::vector<IntervalMatrix>& matrices, Annualise annualise) {
    IntervalMatrix sum = matrices.front();
    for (std::size_t k = 1; k < matrices.size(); ++k) {
        if (annualise != Annualise::linear && matrices[k].years != sum.years) {
            return Refusal{"intervals of " + std::to_string(sum.years) + " and " + std::to_string(matrices[k].years) +
                           " years cannot be pooled under the reading " + std::string(to_string(annualise))};
        }
        sum.area_ha += matrices[k].area_ha;
    }
    return sum;
}

/// The linear reading over all intervals: area moved per area and year at risk.
Eigen::MatrixXd pooled_linear(const std::vector<IntervalMatrix>& matrices) {
    const Eigen::Index count = matrices.front().area_ha.rows();
    Eigen::MatrixXd moved = Eigen::MatrixXd::Zero(count, count);
    Eigen::VectorXd at_risk = Eigen::VectorXd::Zero(count);
    for (const IntervalMatrix& matrix : matrices) {
        moved += matrix.area_ha;
        at_risk += matrix.years * matrix.area_ha.rowwise().sum();
    }
    Eigen::MatrixXd yearly = Eigen::MatrixXd::Zero(count, count);
    for (Eigen::Index i = 0; i < count; ++i) {
        if (at_risk(i) > 0.0) yearly.row(i) = moved.row(i) / at_risk(i);
    }
    return yearly;
}

Eigen::MatrixXd shares(const Eigen::MatrixXd& area_ha) {
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(area_ha.rows(), area_ha.cols());
    for (Eigen::Index i = 0; i < area_ha.rows(); ++i) {
        const double row_ha = area_ha.row(i).sum();
        if (row_ha > 0.0) result.row(i) = area_ha.row(i) / row_ha;
    }
    return result;
}

Eigen::MatrixXd compounded(const Eigen::MatrixXd& share, int years) {
    Eigen::MatrixXd yearly = Eigen::MatrixXd::Zero(share.rows(), share.cols());
    for (Eigen::Index i = 0; i < share.rows(); ++i) {
        const double leave = share.row(i).sum() - share(i, i);
        if (leave <= 0.0) continue;
        const double leave_yearly = 1.0 - std::pow(std::max(0.0, 1.0 - leave), 1.0 / years);
        yearly.row(i) = share.row(i) * (leave_yearly / leave);
    }
    return yearly;
}

Answer<Eigen::MatrixXd> rooted(const Eigen::MatrixXd& share, int years, const std::vector<Stratum>& strata) {
    for (Eigen::Index i = 0; i < share.rows(); ++i) {
        if (share.row(i).sum() <= 0.0) {
            return Refusal{"matrix root refused: the national table has no row for '" +
                           strata[static_cast<std::size_t>(i)].name + "'"};
        }
    }
    if (years == 1) return share;
    // The principal root is defined only without the eigenvalue 0; there Eigen's power is finite and wrong.
    if (!Eigen::FullPivLU<Eigen::MatrixXd>(share).isInvertible()) {
        return Refusal{"matrix root refused: the national matrix is singular, so it has no principal root"};
    }
    const Eigen::MatrixXcd complex_share = share.cast<std::complex<double>>();
    const Eigen::MatrixXcd root = complex_share.pow(1.0 / years);
    constexpr double noise = 1e-9;  // Round-off of the Schur decomposition stays far below this for shares.
    for (Eigen::Index i = 0; i < root.rows(); ++i) {
        for (Eigen::Index j = 0; j < root.cols(); ++j) {
            if (std::isfinite(root(i, j).real()) && std::abs(root(i, j).imag()) <= noise && root(i, j).real() >= -noise)
                continue;
            return Refusal{"matrix root refused: the yearly probability from '" +
                           strata[static_cast<std::size_t>(i)].name + "' to '" +
                           strata[static_cast<std::size_t>(j)].name + "' is complex or negative"};
        }
    }
    // A transition that the national table does not hold must not appear out of round-off.
    constexpr double least_probability = 1e-12;
    return Eigen::MatrixXd(root.real().unaryExpr([](double p) { return p < least_probability ? 0.0 : p; }));
}

/// Yearly probabilities of one interval; the diagonal is not yet set.
Answer<Eigen::MatrixXd> annualised(const IntervalMatrix& matrix, Annualise annualise,
                                   const std::vector<Stratum>& strata) {
    const Eigen::MatrixXd share = shares(matrix.area_ha);
    switch (annualise) {
        case Annualise::linear:
            return Eigen::MatrixXd(share / matrix.years);
        case Annualise::compound:
            return compounded(share, matrix.years);
        case Annualise::matrix_root:
            return rooted(share, matrix.years, strata);
    }
    return Refusal{"unknown reading"};
}

Answer<Eigen::MatrixXd> yearly_matrix(const std::vector<IntervalMatrix>& matrices, const TransitionTable& table,
                                      Annualise annualise, Intervals intervals) {
    if (intervals == Intervals::pooled) {
        if (annualise == Annualise::linear) return pooled_linear(matrices);
        const auto sum = pooled(matrices, annualise);
        if (!sum.given()) return sum.refusal();
        return annualised(sum.value(), annualise, table.strata);
    }
    Eigen::MatrixXd mean = Eigen::MatrixXd::Zero(matrices.front().area_ha.rows(), matrices.front().area_ha.cols());
    for (const IntervalMatrix& matrix : matrices) {
        const auto yearly = annualised(matrix, annualise, table.strata);
        if (!yearly.given()) return yearly.refusal();
        mean += yearly.value() / static_cast<double>(matrices.size());
    }
    return mean;
}

}  // namespace

YearlyProbabilities::YearlyProbabilities(std::vector<Stratum> strata, std::vector<double> values,
                                         std::vector<bool> has_row)
    : strata_{std::move(strata)}, values_{std::move(values)}, has_row_{std::move(has_row)} {}

Answer<YearlyProbabilities> yearly_probabilities(const TransitionTable& table, Annualise annualise,
                                                 Intervals intervals) {
    std::vector<IntervalMatrix> matrices;
    for (const TransitionInterval& interval : table.intervals)
        matrices.push_back(matrix_of(table, interval));
    if (matrices.empty()) return Refusal{table.name + " holds no transition"};
    const auto yearly = yearly_matrix(matrices, table, annualise, intervals);
    if (!yearly.given()) return yearly.refusal();
    const std::size_t count = table.strata.size();
    std::vector<double> values(count * count);
    std::vector<bool> has_row(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        // A mean over intervals must not count an interval's silence about a stratum as no change.
        const auto speaks = [&](const IntervalMatrix& matrix) { return matrix.area_ha.row(row).sum() > 0.0; };
        has_row[i] = intervals == Intervals::pooled ? std::ranges::any_of(matrices, speaks)
                                                    : std::ranges::all_of(matrices, speaks);
        double leave = 0.0;
        for (std::size_t j = 0; j < count; ++j) {
            if (j == i) continue;
            values[i * count + j] = yearly.value()(row, static_cast<Eigen::Index>(j));
            leave += values[i * count + j];
        }
        values[i * count + i] = 1.0 - leave;
    }
    return YearlyProbabilities{table.strata, std::move(values), std::move(has_row)};
}

}  // namespace reddline::accounting
