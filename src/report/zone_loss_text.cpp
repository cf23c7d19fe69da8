#include "report/zone_loss_text.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "report/aligned_table.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_zones = 12;        // a line each
constexpr std::size_t most_zones_by_type = 3;  // beyond, types are left to the files
constexpr std::size_t shown_types = 8;         // of all zones together
constexpr std::size_t types_of_sentence = 3;   // of each zone
constexpr std::size_t zones_of_sentence = 2;

/// Forest and mapped loss of a forest type, or of all that the strata map does not show as forest.
struct TypeLoss {
    std::string name;
    Hectares forest_2000;
    Hectares lost;            ///< over all years of the product
    Hectares lost_in_period;  ///< part years by days; all years where no period is given
    bool is_forest = true;

    TypeLoss& operator+=(const TypeLoss& more) {
        forest_2000 += more.forest_2000;
        lost += more.lost;
        lost_in_period += more.lost_in_period;
        return *this;
    }
};

TypeLoss loss_of(const AuditCase& audit, const StratumLoss& stratum) {
    TypeLoss loss{stratum.stratum, hectares(stratum.forest_2000.area_cm2), {}, {}};
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
std::vector<TypeLoss> types_of(const Strings& say, const AuditCase& audit, const ZoneLoss& zone) {
    std::vector<TypeLoss> types;
    TypeLoss rest{say("zones.not_forest"), {}, {}, {}, false};
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
std::vector<TypeLoss> shortened(const Strings& say, std::vector<TypeLoss> types, std::size_t most) {
    std::size_t forest = types.size();
    if (forest > 0 && !types.back().is_forest) --forest;
    if (forest <= most + 1) return types;  // one more is a line as well
    const auto first = types.begin() + static_cast<std::ptrdiff_t>(most);
    const auto end = types.begin() + static_cast<std::ptrdiff_t>(forest);
    *first = total_of({first, end}, say.counted("zones.more_types", static_cast<std::int64_t>(forest - most)));
    types.erase(first + 1, end);
    return types;
}

std::string ha(const Strings& say, Hectares area) {
    return say.grouped(area.value(), 1);
}

std::vector<std::string> head(const Strings& say, const AuditCase& audit, std::vector<std::string> names) {
    names.push_back(say("column.forest_2000_ha"));
    names.push_back(say("column.lost_between", {{"first", std::to_string(audit.codes.first().value())},
                                                {"last", std::to_string(audit.codes.last().value())}}));
    if (audit.monitoring) names.push_back(say("column.lost_in_period"));
    return names;
}

void add_row(const Strings& say, const AuditCase& audit, std::vector<std::string> names, const TypeLoss& loss,
             PlainTable& table) {
    names.insert(names.end(), {ha(say, loss.forest_2000), ha(say, loss.lost)});
    if (audit.monitoring) names.push_back(ha(say, loss.lost_in_period));
    table.rows.push_back(std::move(names));
}

PlainTable table_by_type(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    PlainTable table{head(say, audit, {say("column.zone"), say("column.forest_type")}), {}, {0, 1}};
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        std::vector<TypeLoss> types = types_of(say, audit, results.losses[zone]);
        const TypeLoss all = total_of(types, say("cell.all"));
        types = shortened(say, std::move(types), shown_types / audit.zones.size());
        types.push_back(all);
        for (const TypeLoss& type : types)
            add_row(say, audit, {&type == &types.front() ? audit.zones[zone].zone.name : "", type.name}, type, table);
    }
    return table;
}

PlainTable table_by_zone(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    PlainTable table{head(say, audit, {say("column.zone"), say("column.area_ha")}), {}};
    for (std::size_t zone = 0; zone < std::min(audit.zones.size(), shown_zones); ++zone) {
        const ZoneExtent& extent = audit.zones[zone];
        add_row(say, audit, {extent.zone.name, ha(say, hectares(extent.inside.area_cm2))},
                total_of(types_of(say, audit, results.losses[zone]), ""), table);
    }
    return table;
}

/// That no credits are computed, and what the period is where one is given.
std::string lead_sentence(const Strings& say, const AuditCase& audit) {
    const std::string lead = say("zones.no_project");
    if (!audit.monitoring) return lead;
    const MonitoringPeriod& period = *audit.monitoring;
    const bool has_part_year =
        period.fraction_of(period.first_year()) < 1.0 || period.fraction_of(period.last_year()) < 1.0;
    return lead + " " +
           say(has_part_year ? "zones.period_by_days" : "zones.period",
               {{"start", to_string(period.start())}, {"end", to_string(period.end())}});
}

/// Such as "'town' 5.0 ha (evergreen 3.0, deciduous 2.0)".
std::string zone_text(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::vector<TypeLoss> types = types_of(say, audit, results.losses[zone]);
    const TypeLoss all = total_of(types, "");
    const std::string& name = audit.zones[zone].zone.name;
    std::vector<std::string> parts;
    for (const TypeLoss& type : shortened(say, std::move(types), types_of_sentence)) {
        if (type.lost_in_period <= Hectares{}) continue;
        parts.push_back(say("zones.type", {{"type", type.name}, {"area", ha(say, type.lost_in_period)}}));
    }
    if (parts.empty()) return say("zones.zone", {{"zone", name}, {"area", ha(say, all.lost_in_period)}});
    return say("zones.zone_by_type",
               {{"zone", name}, {"area", ha(say, all.lost_in_period)}, {"types", say.joined("list.comma", parts)}});
}

}  // namespace

std::string zones_loss_text(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    const std::string lead = lead_sentence(say, audit);
    if (audit.zones.size() <= most_zones_by_type)
        return wrapped(lead, "") + "\n" + aligned(table_by_type(say, audit, results), "  ");
    std::string text = wrapped(lead + " " + say("zones.types_in_report"), "") + "\n" +
                       aligned(table_by_zone(say, audit, results), "  ");
    if (audit.zones.size() > shown_zones) {
        text += "  " +
                say.counted("list.more", static_cast<std::int64_t>(audit.zones.size() - shown_zones),
                            {{"file", "canopy.csv"}}) +
                "\n";
    }
    return text;
}

std::string other_zones_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    if (!audit.has_pixels()) return {};
    std::vector<std::string> zones;
    std::size_t count = 0;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::other || ++count > zones_of_sentence) continue;
        zones.push_back(zone_text(say, audit, results, zone));
    }
    if (count == 0) return {};
    if (count > zones_of_sentence) {
        zones.push_back(
            say.counted("list.more", static_cast<std::int64_t>(count - zones_of_sentence), {{"file", "report.md"}}));
    }
    return say(audit.monitoring ? "zones.other_in_period" : "zones.other_in_all_years",
               {{"zones", say.joined("list.semicolon", zones)}});
}

}  // namespace reddline::report
