#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

std::vector<TableColumns> loss_columns() {
    return {
        {"activity.csv",
         {
             zone,
             route,
             strata,
             stratum,
             {"year", ColumnType::integer, "year",
              "whole calendar year; what the claim reports of the part of a year inside the period is carried to the "
              "whole year by days"},
             {"area_ha", ColumnType::number, "ha", "area lost in it, whatever it became"},
             {"standard_error_ha", ColumnType::number, "ha", "of the area; empty = not known, as for mapped area"},
             reading,
             label,
         },
         {}},
        {"emissions.csv",
         {
             zone,
             route,
             strata,
             stratum,
             {"year", ColumnType::integer, "year", "whole calendar year"},
             {"area_ha", ColumnType::number, "ha", "area lost that counts under the default reading"},
             {"emission_tCO2e", ColumnType::number, "tCO2e", "what it emitted"},
             {"factor_source", ColumnType::string, "", "source of the stratum's carbon factor"},
             reading,
             label,
         },
         {}},
        {"carbon_stock.csv",
         {
             zone,
             route,
             strata,
             stratum,
             {"year", ColumnType::integer, "year",
              "loss: the stock is that of the start of this year, 1 January; maps: that of the map of this year"},
             {"forest_ha", ColumnType::number, "ha", "forest of the stratum then"},
             {"carbon_stock_tC", ColumnType::number, "tC", "its carbon; empty without a factor"},
             {"yearly_change_tC", ColumnType::number, "tC per year",
              "change from the row before to this one. loss: the row of year Y holds the change **during year Y - 1**. "
              "maps: the mean per year between the two maps. Empty in a stratum's first row"},
             {"factor_source", ColumnType::string, "", "source of the stratum's carbon factor"},
             reading,
             label,
         },
         {}},
        {"transitions.csv",
         {
             zone,
             {"from_strata", ColumnType::string, "", "the earlier and the later strata map"},
             {"to_strata", ColumnType::string, "", "the earlier and the later strata map"},
             {"from", ColumnType::string, "", "stratum in each; empty = no data there"},
             {"to", ColumnType::string, "", "stratum in each; empty = no data there"},
             {"pixels", ColumnType::integer, "pixels", "how many, and their area"},
             {"area_ha", ColumnType::number, "ha", "how many, and their area"},
             label,
         },
         {}},
        {"canopy.csv",
         {
             zone,
             {"canopy_pct", ColumnType::number, "%", "threshold of canopy cover"},
             {"canopy_rule", ColumnType::string, "",
              "greater or at-least: what happens at exactly the threshold (Eq. 3)"},
             {"min_area_ha", ColumnType::number, "ha", "minimum area of the patch filter; 0 = no filter (Eq. 5)"},
             {"forest_2000_ha", ColumnType::number, "ha", "forest in 2000"},
             {"loss_ha", ColumnType::number, "ha", "of it, lost over all years of the product"},
             {"loss_outside_forest_ha", ColumnType::number, "ha", "loss on land that was not forest in 2000"},
             label,
         },
         {"zone", "canopy_pct", "canopy_rule", "min_area_ha"}},
    };
}

}  // namespace reddline::report
