#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/forest_rule.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// Tree cover that a zone lost in the monitoring period, by what each strata map shows there: one look at the crosstab
/// answers every map and every pair of maps.
///
/// It holds the pixels that the canopy rule calls forest, whatever a map shows, so that every map is asked about the same
/// pixels. Area stays in whole cm2 by year until it is weighed. Looks at an AuditCase that must outlive it, with counted
/// pixels and a monitoring period.
/// Units:  ha of the period, years weighed by their share inside it.
/// Source: docs/equations.md, Eq. 3, 5, 6
class LostArea {
public:
    /// Stratum index of a map; its strata count where it has no data.
    using StratumIndex = std::uint16_t;

    LostArea(const AuditCase& audit, std::size_t zone, const ForestRule& rule);

    /// Over all strata.
    [[nodiscard]] Hectares total() const;
    /// By the stratum that a map shows.
    [[nodiscard]] std::map<StratumIndex, Hectares> by_stratum(std::size_t map) const;
    /// By the stratum that one map shows and the one that another shows.
    [[nodiscard]] std::map<std::pair<StratumIndex, StratumIndex>, Hectares> by_strata(std::size_t one,
                                                                                      std::size_t other) const;

private:
    using AreaByCode_cm2 = std::vector<std::int64_t>;

    [[nodiscard]] Hectares weighed(const AreaByCode_cm2& area_cm2) const;
    template <class KeyOf>
    [[nodiscard]] auto weighed_by(KeyOf key_of) const;

    std::vector<double> share_of_code_;  ///< f_y by code of the loss year; entry 0 is unused
    std::vector<std::pair<const std::vector<StratumIndex>*, AreaByCode_cm2>> combinations_;
};

}  // namespace reddline::accounting
