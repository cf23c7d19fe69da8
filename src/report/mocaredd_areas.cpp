#include "report/mocaredd_areas.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reddline::report {

namespace {

/// Adds up areas of one zone and side.
class Areas {
public:
    explicit Areas(const AuditCase& audit) : audit_{&audit} {}

    /// Adds the rows of one year, or of all; false where an emission has no areas.
    [[nodiscard]] bool add(const EmissionTable& table, bool is_expected, std::size_t zone,
                           std::optional<LossYear> year = std::nullopt) {
        for (const StratumYear& row : table) {
            if (year && row.year != *year) continue;
            const double share = audit_->monitoring->fraction_of(row.year);
            if (row.flows.empty() && share > 0.0 && row.emission != TonnesCO2e{}) return false;
            for (const Flow& flow : row.flows)
                add_flow(flow, share, area_for(is_expected, zone, row.stratum, flow.stock_after));
        }
        return true;
    }
    [[nodiscard]] const std::vector<ExportedArea>& all() const { return areas_; }

private:
    static void add_flow(const Flow& flow, double share, ExportedArea& area) {
        area.area_ha += share * flow.area.value();
        if (flow.error) area.errors_ha[flow.error->input] += share * flow.error->standard_error.value();
    }
    ExportedArea& area_for(bool is_expected, std::size_t zone, const std::string& from, const std::string& to) {
        const auto same = std::ranges::find_if(areas_, [&](const ExportedArea& area) {
            return area.is_expected == is_expected && area.zone == zone && area.from == from && area.to == to;
        });
        if (same != areas_.end()) return *same;
        areas_.push_back({is_expected, zone, from, to});
        return areas_.back();
    }

    const AuditCase* audit_;
    std::vector<ExportedArea> areas_;
};

/// Adds a belt in the years in which it displaces something; false where an emission has no areas.
bool add_belt(const AuditCase& audit, const BeltBalance& belt, const std::vector<StatementYear>& years, Areas& areas) {
    return std::ranges::all_of(years, [&](const StatementYear& year) {
        if (emission_of(belt.observed, year.year) <= emission_of(belt.expected, year.year)) return true;
        if (audit.monitoring->fraction_of(year.year) <= 0.0) return true;
        return areas.add(belt.expected, true, belt.zone, year.year) &&
               areas.add(belt.observed, false, belt.zone, year.year);
    });
}

}  // namespace

double ExportedArea::standard_error_ha() const {
    double squares = 0.0;
    for (const auto& [input, error_ha] : errors_ha)
        squares += error_ha * error_ha;
    return std::sqrt(squares);
}

Answer<std::vector<ExportedArea>> exported_areas(const AuditCase& audit, const Statement& statement) {
    Areas areas(audit);
    bool has_areas =
        areas.add(statement.expected, true, statement.zone) && areas.add(statement.observed, false, statement.zone);
    for (const BeltBalance& belt : statement.belts)
        has_areas = has_areas && add_belt(audit, belt, statement.years, areas);
    if (has_areas) return areas.all();
    return Refusal{"its reference level is an amount of emissions without areas, and a mocaredd workbook holds areas"};
}

}  // namespace reddline::report
