#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

std::vector<TableColumns> count_columns() {
    return {
        {"crosstab.csv",
         {
             zone,
             {"", ColumnType::string, "",
              "stratum in that map; the column bears the map's name; empty = no data there"},
             {"min_area_ha", ColumnType::number, "ha",
              "minimum area of the patch filter; 0 = no filter (Eq. 5); each value is a whole table"},
             {"cover_pct", ColumnType::number, "%", "canopy cover in 2000, 0..100"},
             {"loss_year", ColumnType::integer, "year", "calendar year of loss; 0 = no loss"},
             {"pixels", ColumnType::integer, "pixels", "pixels of the bin"},
             {"area_cm2", ColumnType::integer, "cm2", "their area, exact"},
             {"area_ha", ColumnType::number, "ha", "the same area"},
         },
         {}},
        {"pixels.csv",
         {
             {"min_area_ha", ColumnType::number, "ha", "minimum area of the patch filter; 0 = no filter (Eq. 5)"},
             {"zone", ColumnType::string, "",
              "name of the zone, entry/value where an entry is split by an attribute; empty = all zones, each pixel "
              "once"},
             {"outcome", ColumnType::string, "",
              "counted; excluded: no_data_loss, no_data_cover, no_data_mask, water; rejected: beyond_last_year, "
              "cover_out_of_range"},
             {"pixels", ColumnType::integer, "pixels", "how many, and their area"},
             {"area_cm2", ColumnType::integer, "cm2", "how many, and their area"},
             {"area_ha", ColumnType::number, "ha", "how many, and their area"},
         },
         {}},
        {"zones.csv",
         {
             zone,
             {"role", ColumnType::string, "",
              "project, displacement_belt, reference_region, jurisdiction, donor or other"},
             {"entry", ColumnType::string, "", "name of the [[zones]] entry"},
             {"project", ColumnType::string, "",
              "for a belt, the project it belongs to; empty where there is only one"},
             {"features", ColumnType::integer, "features",
              "features that make up the zone, and those whose geometry was repaired"},
             {"repaired", ColumnType::integer, "features",
              "features that make up the zone, and those whose geometry was repaired"},
             {"pixels", ColumnType::integer, "pixels", "pixels whose centre lies in the zone and on a loss tile"},
             {"area_cm2", ColumnType::integer, "cm2", "pixels whose centre lies in the zone and on a loss tile"},
             {"area_ha", ColumnType::number, "ha", "pixels whose centre lies in the zone and on a loss tile"},
             {"outside_pixels", ColumnType::integer, "pixels", "pixels of the zone on no loss tile"},
         },
         {"zone"}},
    };
}

}  // namespace reddline::report
