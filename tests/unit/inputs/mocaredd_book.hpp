#pragma once

#include <string>
#include <vector>

#include "domain/text_sheet.hpp"

namespace reddline::tests {

/// A sheet whose first row is titles; rows are numbered from 1.
inline TextSheet sheet(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
    TextSheet made{name, {}};
    for (const auto& cells : rows)
        made.rows.push_back({made.rows.size() + 1, cells});
    return made;
}

/// A synthetic mocaredd workbook: one transition in either period, from F to N; `stocks` are the rows of c_stocks.
inline std::vector<TextSheet> mocaredd_book(const std::vector<std::vector<std::string>>& stocks) {
    std::vector<std::vector<std::string>> rows{{"c_no", "c_id", "c_period", "lu_id", "lu_name", "c_pool", "c_value",
                                                "c_se", "c_pdf", "c_pdf_a", "c_pdf_b", "c_pdf_c"}};
    rows.insert(rows.end(), stocks.begin(), stocks.end());
    return {
        sheet("user_inputs", {{"trunc_pdf", "n_iter", "ran_seed", "c_unit", "c_fraction", "c_fraction_se",
                               "c_fraction_pdf", "dg_ext", "dg_pool", "ad_annual", "conf_level"},
                              {"0", "1000", "3", "DM", "0.5", "0.02", "normal", "_deg", "AGB, BGB", "1", "0.9"}}),
        sheet("time_periods", {{"period_no", "year_start", "year_end", "period_type"},
                               {"T1", "2001", "2005", "REF"},
                               {"T2", "2006", "2006", "MON"}}),
        sheet("AD_lu_transitions",
              {{"trans_no", "trans_id", "trans_period", "redd_activity", "lu_initial_id", "lu_initial", "lu_final_id",
                "lu_final", "trans_area", "trans_se", "trans_pdf", "trans_pdf_a", "trans_pdf_b", "trans_pdf_c"},
               {"1", "R", "T1", "DF", "F", "forest", "N", "none", "100", "10", "normal", "NA", "NA", "NA"},
               {"2", "M", "T2", "DF", "F", "forest", "N", "none", "60", "NA", "normal", "NA", "NA", "NA"}}),
        sheet("c_stocks", rows)};
}

/// One row of c_stocks with a normal distribution.
inline std::vector<std::string> stock_row(const std::string& land_use, const std::string& pool,
                                          const std::string& value, const std::string& period = "ALL") {
    return {"1", land_use + pool + period, period, land_use, land_use, pool, value, "NA", "normal", "NA", "NA", "NA"};
}

}  // namespace reddline::tests
