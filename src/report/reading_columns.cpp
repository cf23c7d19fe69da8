#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

std::vector<TableColumns> reading_columns() {
    return {
        {"readings.csv",
         {
             zone,
             route,
             {"strata", ColumnType::string, "",
              "the strata map that gives the strata; on the route maps the baseline map, the earlier of its two"},
             {"canopy_pct", ColumnType::number, "%",
              "what is forest; empty on the route maps, and where nothing was counted"},
             {"canopy_rule", ColumnType::string, "",
              "what is forest; empty on the route maps, and where nothing was counted"},
             {"min_area_ha", ColumnType::number, "ha",
              "what is forest; empty on the route maps, and where nothing was counted"},
             {"factors", ColumnType::string, "", "the set of carbon factors, by its file name"},
             {"annualise", ColumnType::string, "",
              "linear, compound or matrix-root (Eq. 13); empty where the reference level is not that of national "
              "transitions"},
             {"intervals", ColumnType::string, "", "pooled or mean (Eq. 14); likewise"},
             {"arcs", ColumnType::string, "",
              "option-1 or option-2 (Eq. 15); empty where neither the reference level nor the route tells what land "
              "became"},
             {"areas", ColumnType::string, "", "static or markov (Eq. 16); empty like annualise"},
             {"post", ColumnType::string, "", "post-stock or zero (Eq. 11); empty like arcs"},
             {"reference", ColumnType::string, "",
              "the reference level by its name: transitions, rate-of-forest, rate-of-territory, national-by-..., "
              "history-of-..., or the name that the audit file gives it; empty = none"},
             {"reference_level_tCO2e", ColumnType::number, "tCO2e",
              "expected; a refused reading keeps it where it is known"},
             {"project_emissions_tCO2e", ColumnType::number, "tCO2e", "emitted in the project"},
             {"displaced_tCO2e", ColumnType::number, "tCO2e",
              "emitted in the belts beyond their own reference; empty without a belt of which the route says anything"},
             {"reduction_tCO2e", ColumnType::number, "tCO2e",
              "expected minus emitted minus displaced; may be negative"},
             {"deductions_tCO2e", ColumnType::number, "tCO2e", "held back"},
             {"credits", ColumnType::integer, "tCO2e", "whole tonnes, rounded down once"},
             {"status", ColumnType::string, "",
              "computed, upper-bound (displaced emissions of no belt, or not of every belt, are known) or refused"},
             {"consistent", ColumnType::string, "",
              "yes = what was expected and what is observed are treated alike; no = they are not, so the credits are "
              "biased or not comparable, and reason says why; empty when refused"},
             {"reason", ColumnType::string, "", "why it is an upper bound, not consistent, or refused"},
             label,
         },
         {}},
        {"choices.csv",
         {
             zone,
             {"choice", ColumnType::string, "", "a choice, by its column in readings.csv"},
             {"groups", ColumnType::integer, "sets", "sets of two or more readings that differ in this choice alone"},
             {"mean_range_tCO2e", ColumnType::number, "tCO2e",
              "highest less lowest credits of a set, mean over the sets"},
             {"largest_range_tCO2e", ColumnType::number, "tCO2e", "the same of the set that moves most"},
             {"mean_range_reduction_tCO2e", ColumnType::number, "tCO2e",
              "mean over the sets of highest less lowest reduction, which moves where credits stay at 0"},
             label,
         },
         {"zone", "choice"}},
        {"unit_reference.csv",
         {
             {"stratum", ColumnType::string, "", "a forest type of the national table"},
             {"factors", ColumnType::string, "", "as in readings.csv"},
             {"annualise", ColumnType::string, "", "as in readings.csv"},
             {"intervals", ColumnType::string, "", "as in readings.csv"},
             {"arcs", ColumnType::string, "", "as in readings.csv"},
             {"areas", ColumnType::string, "", "as in readings.csv"},
             {"post", ColumnType::string, "", "as in readings.csv"},
             {"lost_first_year_ha", ColumnType::number, "ha",
              "of the 1,000 ha, expected to be lost in the first calendar year"},
             {"first_year_tCO2e", ColumnType::number, "tCO2e", "expected to be emitted in that whole year"},
             {"period_tCO2e", ColumnType::number, "tCO2e", "expected over the monitoring period, part years by days"},
             {"status", ColumnType::string, "", "computed or refused"},
             {"reason", ColumnType::string, "", "why it is refused"},
             label,
         },
         {}},
    };
}

}  // namespace reddline::report
