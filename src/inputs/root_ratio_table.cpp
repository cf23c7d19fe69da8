#include "inputs/root_ratio_table.hpp"

#include <cstddef>

#include "domain/error.hpp"
#include "inputs/carbon_pool.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

std::map<std::string, SourcedNumber> parse_root_ratios(std::string_view text, const std::string& name) {
    const CsvTable table{text, name};
    table.expect_columns({"stratum", "root_ratio", "source"}, {});
    std::map<std::string, SourcedNumber> ratios;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string& stratum = table.filled(row, "stratum");
        const SourcedNumber ratio{read_root_ratio(table, row), table.filled(row, "source")};
        if (ratios.emplace(stratum, ratio).second) continue;
        throw Error(ErrorCode::table_malformed, table.place(row),
                    "expected every stratum once, found " + in_quotes(stratum) + " again; keep one of the lines");
    }
    return ratios;
}

}  // namespace reddline::inputs
