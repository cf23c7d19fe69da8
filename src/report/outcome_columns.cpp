#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

std::vector<TableColumns> outcome_columns() {
    return {
        {"missing.csv",
         {
             {"input", ColumnType::string, "", "what was not given"},
             {"document", ColumnType::string, "", "where it usually stands"},
             {"decides", ColumnType::string, "", "what it would decide"},
         },
         {"input"}},
        {"ledger.csv",
         {
             zone,
             {"period_start", ColumnType::date, "date", "the monitoring period, both days included"},
             {"period_end", ColumnType::date, "date", "the monitoring period, both days included"},
             {"account", ColumnType::string, "",
              "reference_emissions, project_emissions, displaced_emissions, excess_emissions, deduction, credits or "
              "rounding_remainder"},
             {"year", ColumnType::integer, "year", "empty for the period as a whole"},
             {"amount_kgCO2e", ColumnType::integer, "kg CO2e",
              "whole kilograms; positive = expected or above the expected, negative = what uses it up"},
             {"text", ColumnType::string, "", "what the posting is"},
             reading,
             label,
         },
         {}},
        {"findings.csv",
         {
             {"code", ColumnType::string, "", "stable name of the kind of finding"},
             {"severity", ColumnType::string, "", "note, warning or contradiction"},
             {"subject", ColumnType::string, "", "the zone, file or table concerned"},
             {"message", ColumnType::string, "", "one sentence"},
             {"evidence", ColumnType::string, "", "the numbers behind it"},
         },
         {}},
        {"layer_findings.csv",
         {
             {"code", ColumnType::string, "", "stable name of the kind of finding"},
             {"severity", ColumnType::string, "", "note, warning or contradiction"},
             {"subject", ColumnType::string, "", "the zone, file or table concerned"},
             {"message", ColumnType::string, "", "one sentence"},
             {"evidence", ColumnType::string, "", "the numbers behind it"},
         },
         {}},
        {"solve.csv",
         {
             {"zone", ColumnType::string, "",
              "name of the zone, entry/value where an entry is split by an attribute; of rows about the claim alone, "
              "the zone that the claim names, which may be empty"},
             {"route", ColumnType::string, "",
              "the choices of the reading: loss (loss years and one strata map), maps (two strata maps), reported "
              "(the claim's own losses) or sample (estimated from reference points), Eq. 20"},
             {"strata", ColumnType::string, "",
              "the choices of the reading: the strata map that gives the strata; on the route maps the baseline map, "
              "the earlier of its two"},
             {"canopy_pct", ColumnType::number, "%",
              "the choices of the reading: what is forest; empty on the route maps, and where nothing was counted"},
             {"canopy_rule", ColumnType::string, "",
              "the choices of the reading: what is forest; empty on the route maps, and where nothing was counted"},
             {"min_area_ha", ColumnType::number, "ha",
              "the choices of the reading: what is forest; empty on the route maps, and where nothing was counted"},
             {"factors", ColumnType::string, "",
              "the choices of the reading: the set of carbon factors, by its file name"},
             {"annualise", ColumnType::string, "",
              "the choices of the reading: linear, compound or matrix-root (Eq. 13); empty where the reference level "
              "is not that of national transitions"},
             {"intervals", ColumnType::string, "", "the choices of the reading: pooled or mean (Eq. 14); likewise"},
             {"arcs", ColumnType::string, "",
              "the choices of the reading: option-1 or option-2 (Eq. 15); empty where neither the reference level nor "
              "the route tells what land became"},
             {"areas", ColumnType::string, "",
              "the choices of the reading: static or markov (Eq. 16); empty like annualise"},
             {"post", ColumnType::string, "",
              "the choices of the reading: post-stock or zero (Eq. 11); empty like arcs"},
             {"reference", ColumnType::string, "",
              "the choices of the reading: the reference level by its name: transitions, rate-of-forest, "
              "rate-of-territory, national-by-..., history-of-..., or the name that the audit file gives it; empty = "
              "none"},
             {"target", ColumnType::string, "",
              "break-even (no credits) or claim (exactly the claimed credits before rounding)"},
             {"input", ColumnType::string, "", "what is solved, every other input held"},
             {"unit", ColumnType::string, "", "of both values: ha, share (0..1), tC/ha or tCO2e"},
             {"present", ColumnType::number, "see unit", "the value that the audit has; empty where it has none"},
             {"needed", ColumnType::number, "see unit",
              "the value that brings the target about; empty where there is none"},
             {"remark", ColumnType::string, "",
              "why there is none, that the value is impossible, or that it is one of several"},
             label,
         },
         {}},
    };
}

}  // namespace reddline::report
