#include "report/column_families.hpp"

namespace reddline::report {

std::vector<TableColumns> sample_columns() {
    const Column stratum{
        "stratum", ColumnType::string, "",
        "the map class, \"near loss\" where it is forest around loss, and the zones where strata end at them"};
    const Column map_class{"map_class", ColumnType::string, "", "what the maps call its pixels"};
    const Column zone{"zone", ColumnType::string, "",
                      "the zones that all its pixels lie in; empty where strata do not end at zones"};
    const Column pixels{"pixels", ColumnType::integer, "pixels", "its pixels, N_h"};
    const Column area{"area_ha", ColumnType::number, "ha", "their area"};
    const Column probability{"inclusion_probability", ColumnType::number, "",
                             "points / pixels of the stratum: the probability with which each of its pixels was drawn"};
    return {
        {"sample_design.csv",
         {
             stratum,
             map_class,
             zone,
             pixels,
             area,
             {"weight", ColumnType::number, "", "share of the area of all strata, W_h"},
             {"expected_share", ColumnType::number, "",
              "share of its pixels that is expected to be what the maps say; empty = not stated"},
             {"points", ColumnType::integer, "points", "points drawn, n_h"},
             probability,
             {"reason", ColumnType::string, "",
              "what decided on the points: the allocation, floor or all pixels (Eq. 9)"},
         },
         {"stratum"}},
        {"sample_areas.csv",
         {
             {"class", ColumnType::string, "", "the stratum"},
             area,
             pixels,
         },
         {"class"}},
        {"sample_precision.csv",
         {
             {"quantity", ColumnType::string, "", "overall-accuracy or area"},
             {"class", ColumnType::string, "", "reference class whose area it is; empty for the overall accuracy"},
             {"unit", ColumnType::string, "", "share or ha: the unit of the next three columns"},
             {"expected", ColumnType::number, "see unit", "the quantity as far as the expected shares hold"},
             {"standard_error", ColumnType::number, "see unit", "its standard error with these points (Eq. 9)"},
             {"target_standard_error", ColumnType::number, "see unit", "what was asked for; empty = nothing"},
             {"fewest_points", ColumnType::number, "points",
              "points that this target needs by itself under Neyman's allocation, before rounding"},
         },
         {}},
        {"points.csv",
         {
             {"id", ColumnType::string, "",
              "column and row from the origin of the reference system; a larger sample of the same seed has it too"},
             {"order", ColumnType::integer, "", "in which the points are to be looked at; random"},
             {"longitude_deg", ColumnType::number, "degrees", "centre of the pixel, WGS 84 (EPSG:4326)"},
             {"latitude_deg", ColumnType::number, "degrees", "centre of the pixel, WGS 84 (EPSG:4326)"},
             {"column", ColumnType::integer, "", "of the pixel in the grid of all loss tiles, from 0 on"},
             {"row", ColumnType::integer, "", "of the pixel in the grid of all loss tiles, from 0 on"},
             stratum,
             zone,
             map_class,
             probability,
             {"area_cm2", ColumnType::integer, "cm2", "area of the pixel (Eq. 1)"},
             {"reference", ColumnType::string, "", "to fill in: the class that an interpreter sees"},
         },
         {"id"}},
        {"collect_earth.csv",
         {
             {"id", ColumnType::string, "", "as in points.csv"},
             {"YCoordinate", ColumnType::number, "degrees", "latitude, WGS 84"},
             {"XCoordinate", ColumnType::number, "degrees", "longitude, WGS 84"},
         },
         {"id"}},
    };
}

}  // namespace reddline::report
