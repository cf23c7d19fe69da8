#include "report/zone_loss_text.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_zones = 12;        // a line each
constexpr std::size_t most_zones_by_type = 3;  // beyond, types are left to the files
constexpr std::size_t shown_types = 8;         // of all zones together
constexpr std::size_t types_of_sentence = 3;   // of each zone
constexpr std::size_t zones_of_sentence = 2;
constexpr const char* not_forest = "not forest in the map";

/// Forest and mapped loss of a forest type, or of all that the strata map does not show as forest.
struct TypeLoss {
    std::string name;
    Hectares forest_2000;
    Hectares lost;            ///< over all years of the product
    Hectares lost_in_period;  ///< part years by days; all years where no period is given

    TypeLoss& operator+=(const TypeLoss& more) {
        forest_2000 += more.forest_2000;
        lost += more.lost;
        lost_in_period += more.lost_in_period;
        return *this;
    }
};

TypeLoss loss_of(const AuditCase& audit, const StratumLoss& stratum) {
    const bool is_forest = stratum.kind == StratumKind::forest;
    TypeLoss loss{is_forest ? stratum.stratum : not_forest, hectares(stratum.forest_2000.area_cm2), {}, {}};
    for (std::size_t code = 1; code < stratum.loss_by_code.size(); ++code) {
        const Hectares area = hectares(stratum.loss_by_code[code].area_cm2);
        const LossYear year = audit.codes.year_of(static_cast<std::uint8_t>(code));
        loss.lost += area;
        loss.lost_in_period += (audit.monitoring ? audit.monitoring->fraction_of(year) : 1.0) * area;
    }
    return loss;
}

TypeLoss total_of(const std::vector<TypeLoss>& types, const std::string& name) {
    TypeLoss total{name, {}, {}, {}};
    for (const TypeLoss& type : types)
        total += type;
    return total;
}

/// The forest types of a zone that hold forest, those with most loss first, and what is no forest in the map behind them.
std::vector<TypeLoss> types_of(const AuditCase& audit, const ZoneLoss& zone) {
    std::vector<TypeLoss> types;
    TypeLoss rest{not_forest, {}, {}, {}};
    for (const StratumLoss& stratum : zone.strata) {
        if (stratum.forest_2000.pixels == 0) continue;
        const TypeLoss loss = loss_of(audit, stratum);
        if (stratum.kind == StratumKind::forest) {
            types.push_back(loss);
        } else {
            rest += loss;
        }
    }
    std::ranges::stable_sort(types, std::ranges::greater{}, &TypeLoss::lost_in_period);
    if (rest.forest_2000 > Hectares{}) types.push_back(rest);
    return types;
}

/// The first `most` forest types, and all others added up.
std::vector<TypeLoss> shortened(std::vector<TypeLoss> types, std::size_t most) {
    std::size_t forest = types.size();
    if (forest > 0 && types.back().name == not_forest) --forest;
    if (forest <= most + 1) return types;  // one more is a line as well
    const auto first = types.begin() + static_cast<std::ptrdiff_t>(most);
    const auto end = types.begin() + static_cast<std::ptrdiff_t>(forest);
    *first = total_of({first, end}, grouped(static_cast<std::int64_t>(forest - most)) + " more types");
    types.erase(first + 1, end);
    return types;
}

std::string ha(Hectares area) {
    return grouped(area.value(), 1);
}

std::vector<std::string> head(const AuditCase& audit, std::vector<std::string> names) {
    names.emplace_back("forest 2000 ha");
    names.push_back("lost " + std::to_string(audit.codes.first().value()) + "-" +
                    std::to_string(audit.codes.last().value()) + " ha");
    if (audit.monitoring) names.emplace_back("lost in the period ha");
    return names;
}

void add_row(const AuditCase& audit, std::vector<std::string> names, const TypeLoss& loss, PlainTable& table) {
    names.insert(names.end(), {ha(loss.forest_2000), ha(loss.lost)});
    if (audit.monitoring) names.push_back(ha(loss.lost_in_period));
    table.rows.push_back(std::move(names));
}

PlainTable table_by_type(const AuditCase& audit, const AuditResult& results) {
    PlainTable table{head(audit, {"zone", "forest type"}), {}, {0, 1}};
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        std::vector<TypeLoss> types = types_of(audit, results.losses[zone]);
        const TypeLoss all = total_of(types, "all");
        types = shortened(std::move(types), shown_types / audit.zones.size());
        types.push_back(all);
        for (const TypeLoss& type : types)
            add_row(audit, {&type == &types.front() ? audit.zones[zone].zone.name : "", type.name}, type, table);
    }
    return table;
}

PlainTable table_by_zone(const AuditCase& audit, const AuditResult& results) {
    PlainTable table{head(audit, {"zone", "area ha"}), {}};
    for (std::size_t zone = 0; zone < std::min(audit.zones.size(), shown_zones); ++zone) {
        const ZoneExtent& extent = audit.zones[zone];
        add_row(audit, {extent.zone.name, ha(hectares(extent.inside.area_cm2))},
                total_of(types_of(audit, results.losses[zone]), ""), table);
    }
    return table;
}

/// What the period is; empty where none is given.
std::string period_sentence(const AuditCase& audit) {
    if (!audit.monitoring) return {};
    const MonitoringPeriod& period = *audit.monitoring;
    const bool has_part_year =
        period.fraction_of(period.first_year()) < 1.0 || period.fraction_of(period.last_year()) < 1.0;
    return " The period is " + to_string(period.start()) + " to " + to_string(period.end()) +
           (has_part_year ? ", part years by days." : ".");
}

/// Such as "'town' 5.0 ha (evergreen 3.0, deciduous 2.0)".
std::string zone_text(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::vector<TypeLoss> types = types_of(audit, results.losses[zone]);
    const TypeLoss all = total_of(types, "all");
    std::string parts;
    for (const TypeLoss& type : shortened(std::move(types), types_of_sentence)) {
        if (type.lost_in_period <= Hectares{}) continue;
        parts += (parts.empty() ? "" : ", ") + type.name + " " + ha(type.lost_in_period);
    }
    return "'" + audit.zones[zone].zone.name + "' " + ha(all.lost_in_period) + " ha" +
           (parts.empty() ? "" : " (" + parts + ")");
}

}  // namespace

std::string zones_loss_text(const AuditCase& audit, const AuditResult& results) {
    const std::string lead = "No zone is a project, so no credits are computed.";
    if (audit.zones.size() <= most_zones_by_type) {
        return wrapped(lead + period_sentence(audit), "") + "\n" + aligned(table_by_type(audit, results), "  ");
    }
    std::string text = wrapped(lead + period_sentence(audit) + " Loss by forest type is in report.md.", "") + "\n" +
                       aligned(table_by_zone(audit, results), "  ");
    if (audit.zones.size() > shown_zones) {
        text +=
            "  and " + grouped(static_cast<std::int64_t>(audit.zones.size() - shown_zones)) + " more: see canopy.csv\n";
    }
    return text;
}

std::string other_zones_sentence(const AuditCase& audit, const AuditResult& results) {
    if (!audit.has_pixels()) return {};
    std::string zones;
    std::size_t count = 0;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::other || ++count > zones_of_sentence) continue;
        zones += (zones.empty() ? "" : "; ") + zone_text(audit, results, zone);
    }
    if (count == 0) return {};
    if (count > zones_of_sentence)
        zones += "; and " + grouped(static_cast<std::int64_t>(count - zones_of_sentence)) + " more: see report.md";
    return "Zones of role other, forest lost " + std::string(audit.monitoring ? "in the period" : "in all years") +
           " by the maps: " + zones + ".";
}

}  // namespace reddline::report
