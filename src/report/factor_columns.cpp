#include <string>

#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

namespace {

/// A table that an audit file may name in [carbon] factors.
TableColumns factor_table(const std::string& file) {
    return {file,
            {
                {"stratum", ColumnType::string, "", "forest type by the name in the legend"},
                {"pool", ColumnType::string, "",
                 "total (above and below ground together) where there is a root ratio, else above_ground"},
                {"carbon_tC_per_ha", ColumnType::number, "tC/ha", "carbon density"},
                {"standard_error", ColumnType::number, "tC/ha",
                 "of the density, from the biomass map alone; empty = not known"},
                {"source", ColumnType::string, "", "of the biomass map, the carbon fraction and the root ratio"},
            },
            {"stratum", "pool"}};
}

}  // namespace

std::vector<TableColumns> factor_columns() {
    return {
        {"factors.csv",
         {
             {"factors", ColumnType::string, "", "the set of carbon factors, by its file name"},
             stratum,
             {"pool", ColumnType::string, "",
              "total, or above_ground, below_ground, dead_wood, litter, soil; all = the sum of the pools above"},
             {"carbon_tC_per_ha", ColumnType::number, "tC/ha", "carbon density; of plots, their mean"},
             {"standard_error_tC_per_ha", ColumnType::number, "tC/ha",
              "of the density; empty = not known, as with a single plot, and for all where the pools are not from "
              "plots"},
             {"plots", ColumnType::integer, "plots",
              "how many it is the mean of; empty where the table gives no plots, and for all where pools were measured "
              "on different ones"},
             {"factor_source", ColumnType::string, "", "source of the stratum's carbon factor"},
             label,
         },
         {"factors", "stratum", "pool"}},
        {"biomass.csv",
         {
             {"strata", ColumnType::string, "", "the strata map; empty where the audit has none"},
             stratum,
             {"counts_as", ColumnType::string, "", "forest or not forest, as the legend says"},
             {"pixels", ColumnType::integer, "pixels",
              "pixels of the loss product that are forest after the year of the biomass map"},
             {"area_ha", ColumnType::number, "ha", "their area"},
             {"biomass_pixels", ColumnType::integer, "pixels",
              "pixels of the biomass map with a value that hold any of them"},
             {"mean_agb_t_per_ha", ColumnType::number, "t/ha",
              "mean above-ground biomass over the area with a value; empty where there is none"},
             {"spatial_sd_t_per_ha", ColumnType::number, "t/ha",
              "standard deviation of the values over that area; not the error of the mean"},
             {"standard_error_independent_t_per_ha", ColumnType::number, "t/ha",
              "of the mean, if the errors of the biomass pixels are independent; empty = not known"},
             {"standard_error_correlated_t_per_ha", ColumnType::number, "t/ha",
              "of the mean, if the errors of the biomass pixels are fully correlated; empty = not known"},
             {"share_without_value", ColumnType::number, "share", "of the area, where the biomass map has no data"},
             {"note", ColumnType::string, "", "why a mean, a standard error or a factor is missing"},
             label,
         },
         {}},
        factor_table("factors_independent.csv"),
        factor_table("factors_correlated.csv"),
        {"correlation.csv",
         {
             {"input_a", ColumnType::string, "", "name of one density, as tables of [uncertainty] have it"},
             {"input_b", ColumnType::string, "", "name of another"},
             {"rho", ColumnType::number, "", "their correlation: 1"},
         },
         {"input_a", "input_b"}},
    };
}

}  // namespace reddline::report
