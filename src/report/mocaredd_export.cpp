#include "report/mocaredd_export.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "domain/credit_model.hpp"
#include "domain/number_text.hpp"
#include "report/mocaredd_areas.hpp"
#include "report/strings.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

constexpr const char* expected_period = "T1";
constexpr const char* observed_period = "T2";
constexpr const char* no_stock = "(no carbon stock)";
constexpr double confidence = 0.9;

/// Pools by their names in factor tables and in the template.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> pool_names{{{"total", "ALL"},
                                                                                   {"above_ground", "AGB"},
                                                                                   {"below_ground", "BGB"},
                                                                                   {"dead_wood", "DW"},
                                                                                   {"litter", "LI"},
                                                                                   {"soil", "SOC"}}};

/// What the sheets of one project are made of.
struct Source {
    const AuditCase& audit;
    const AuditResult& results;
    const Statement& statement;
    std::vector<ExportedArea> areas;

    [[nodiscard]] const MonitoringPeriod& period() const { return *audit.monitoring; }
    [[nodiscard]] int years() const { return period().last_year().value() - period().first_year().value() + 1; }
    [[nodiscard]] TonnesCPerHa density(const std::string& stratum) const {
        const CarbonStock* const stock = audit.factors_of(statement.reading)->find(stratum);
        return stock == nullptr ? TonnesCPerHa{} : stock->density();
    }
};

std::string land_use(const std::string& stratum) {
    return stratum.empty() ? no_stock : stratum;
}

/// What the uncertainty of the project says of an input; null where it is taken as exact.
const InputShare* uncertain_input(const Source& source, const std::string& name) {
    const ZoneUncertainty* const zone = source.results.uncertainty.of(source.statement.zone);
    if (zone == nullptr) return nullptr;
    const auto found = std::ranges::find(zone->inputs, name, &InputShare::name);
    return found == zone->inputs.end() ? nullptr : &*found;
}

TemplateSheet settings_sheet(const AuditCase& audit) {
    return {"user_inputs",
            {"trunc_pdf", "n_iter", "ran_seed", "c_unit", "c_fraction", "c_fraction_se", "c_fraction_pdf", "dg_ext",
             "dg_pool", "ad_annual", "conf_level"},
            {{false,
              static_cast<double>(audit.uncertainty.draws),
              static_cast<double>(audit.uncertainty.seed),
              "C",
              {},
              {},
              {},
              "_deg",
              "ALL",
              true,
              confidence}}};
}

TemplateSheet periods_sheet(const Source& source) {
    const double first = source.period().first_year().value();
    const double last = source.period().last_year().value();
    return {"time_periods",
            {"period_no", "year_start", "year_end", "period_type"},
            {{expected_period, first, last, "REF"}, {observed_period, first, last, "MON"}}};
}

std::string activity_of(const Source& source, const ExportedArea& area) {
    if (area.to.empty() || source.audit.kind_of(area.to) != StratumKind::forest) return "DF";
    return source.density(area.to) > source.density(area.from) ? "EN" : "DG";
}

void add_transition(const Source& source, const ExportedArea& area, TemplateSheet& sheet) {
    const std::string period = area.is_expected ? expected_period : observed_period;
    const std::string name = (area.is_expected ? "expected in " : "observed in ") +
                             source.audit.zones[area.zone].zone.name + ": " + area.from + " > " + land_use(area.to);
    const double years = source.years();
    sheet.rows.push_back({static_cast<double>(sheet.rows.size() + 1),
                          name,
                          period,
                          activity_of(source, area),
                          area.from,
                          area.from,
                          land_use(area.to),
                          land_use(area.to),
                          area.area_ha / years,
                          area.standard_error_ha() / years,
                          "normal",
                          {},
                          {},
                          {}});
}

/// The template wants a row in either period, also where nothing was lost.
void add_empty_side(const Source& source, bool is_expected, TemplateSheet& sheet) {
    const bool has_rows =
        std::ranges::find(source.areas, is_expected, &ExportedArea::is_expected) != source.areas.end();
    if (has_rows) return;
    const ExportedArea& other = source.areas.front();
    add_transition(source, {is_expected, other.zone, other.from, other.to}, sheet);
}

TemplateSheet transitions_sheet(const Source& source) {
    TemplateSheet sheet{
        "AD_lu_transitions",
        {"trans_no", "trans_id", "trans_period", "redd_activity", "lu_initial_id", "lu_initial", "lu_final_id",
         "lu_final", "trans_area", "trans_se", "trans_pdf", "trans_pdf_a", "trans_pdf_b", "trans_pdf_c"},
        {}};
    for (const ExportedArea& area : source.areas)
        add_transition(source, area, sheet);
    for (const bool is_expected : {true, false})
        add_empty_side(source, is_expected, sheet);
    return sheet;
}

void add_stock(const std::string& stratum, std::string_view pool, double value, double error, TemplateSheet& sheet) {
    sheet.rows.push_back({static_cast<double>(sheet.rows.size() + 1),
                          stratum + "/" + std::string(pool),
                          "ALL",
                          stratum,
                          stratum,
                          std::string(pool),
                          value,
                          error,
                          "normal",
                          {},
                          {},
                          {}});
}

std::set<std::string> land_uses(const Source& source) {
    std::set<std::string> all;
    for (const ExportedArea& area : source.areas) {
        all.insert(area.from);
        if (!area.to.empty()) all.insert(area.to);
    }
    return all;
}

TemplateSheet stocks_sheet(const Source& source) {
    TemplateSheet sheet{"c_stocks",
                        {"c_no", "c_id", "c_period", "lu_id", "lu_name", "c_pool", "c_value", "c_se", "c_pdf",
                         "c_pdf_a", "c_pdf_b", "c_pdf_c"},
                        {}};
    for (const std::string& stratum : land_uses(source)) {
        const CarbonStock* const stock = source.audit.factors_of(source.statement.reading)->find(stratum);
        if (stock == nullptr) continue;
        for (const PoolDensity& pool : stock->pools()) {
            const auto* const name =
                std::ranges::find(pool_names, pool.pool, [](const auto& names) { return names.first; });
            const InputShare* const input = uncertain_input(source, density_input(stratum, pool.pool));
            add_stock(stratum, name->second, pool.density.value(), input == nullptr ? 0.0 : input->standard_error,
                      sheet);
        }
    }
    const auto is_gone = [](const ExportedArea& area) { return area.to.empty(); };
    if (std::ranges::any_of(source.areas, is_gone)) add_stock(no_stock, "ALL", 0.0, 0.0, sheet);
    return sheet;
}

std::string years_note(const Source& source) {
    double inside = 0.0;
    for (const StatementYear& year : source.statement.years)
        inside += year.fraction;
    return std::string(expected_period) + " holds what was expected of the years of the monitoring period, " +
           observed_period + " what was observed. Areas are means of its " + std::to_string(source.years()) +
           " calendar years, of which " + fixed(inside, 2) +
           " years by days lie in the period: the reduction per year x " + std::to_string(source.years()) + " is " +
           grouped(source.statement.totals.reduction.value(), 0) + " tCO2e.";
}

std::optional<std::string> belts_note(const Source& source) {
    if (source.statement.belts.empty()) return std::nullopt;
    return "Displaced emissions are transitions of the belt, in the years in which they are above 0; in its draws "
           "mocaredd "
           "lets them fall below 0.";
}

std::optional<std::string> deductions_note(const Source& source) {
    if (source.audit.deductions.empty()) return std::nullopt;
    return "Deductions are not in it: the audit takes " + grouped(source.statement.totals.deducted.value(), 0) +
           " tCO2e off the reductions.";
}

std::optional<std::string> errors_note(const Source& source) {
    const ZoneUncertainty* const zone = source.results.uncertainty.of(source.statement.zone);
    const bool is_correlated = zone != nullptr && !zone->correlations.empty();
    std::set<std::string> seen;
    bool is_shared = false;
    for (const ExportedArea& area : source.areas) {
        for (const auto& [input, error_ha] : area.errors_ha)
            is_shared = !seen.insert(input).second || is_shared;
    }
    if (!is_correlated && !is_shared) return std::nullopt;
    return "Inputs that err together in the audit err independently in mocaredd.";
}

std::optional<std::string> families_note(const Source& source) {
    const ZoneUncertainty* const zone = source.results.uncertainty.of(source.statement.zone);
    std::string names;
    if (zone != nullptr) {
        for (const InputShare& input : zone->inputs) {
            if (input.family != DistributionFamily::normal)
                names += (names.empty() ? "" : ", ") + input.name + " (" + std::string(to_string(input.family)) + ")";
        }
    }
    if (names.empty()) return std::nullopt;
    return "Distributions of the audit that are normal here, areas with the standard error of their sample: " + names +
           ".";
}

TemplateSheet notes_sheet(const Source& source) {
    TemplateSheet sheet{"notes", {"note"}, {}};
    const auto add = [&](const std::optional<std::string>& note) {
        if (note && !note->empty()) sheet.rows.push_back({*note});
    };
    add(source.audit.title + ", zone '" + source.audit.zones[source.statement.zone].zone.name + "'");
    add(label_text(english(), source.audit));
    add("Reading: " + reading_text(english(), source.audit, source.statement.reading));
    add(years_note(source));
    add(belts_note(source));
    add(deductions_note(source));
    add(errors_note(source));
    add(families_note(source));
    return sheet;
}

}  // namespace

Answer<std::vector<TemplateSheet>> mocaredd_export(const AuditCase& audit, const AuditResult& results,
                                                   const ZoneStatement& statement) {
    if (!statement.answer.given()) return statement.answer.refusal();
    const auto areas = exported_areas(audit, statement.answer.value());
    if (!areas.given()) return areas.refusal();
    if (areas.value().empty()) return Refusal{"nothing was expected to be lost, and nothing was lost"};
    const Source source{audit, results, statement.answer.value(), areas.value()};
    return std::vector<TemplateSheet>{settings_sheet(audit), periods_sheet(source), transitions_sheet(source),
                                      stocks_sheet(source), notes_sheet(source)};
}

}  // namespace reddline::report
