#include "inputs/legend_table.hpp"

#include <cstddef>

#include "domain/error.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

namespace {

bool read_flag(const CsvTable& table, std::size_t row, const std::string& column) {
    const std::string& flag = table.text(row, column);
    if (flag != "0" && flag != "1") table.fail(row, column, "0 or 1");
    return flag == "1";
}

StratumKind read_kind(const CsvTable& table, std::size_t row) {
    const bool forest = read_flag(table, row, "forest");
    const bool excluded = table.has("excluded") && read_flag(table, row, "excluded");
    if (forest && excluded)
        table.fail(row, "forest", "0 where excluded is 1, because excluded tree cover is not forest");
    if (excluded) return StratumKind::excluded;
    return forest ? StratumKind::forest : StratumKind::non_forest;
}

}  // namespace

Legend parse_legend(std::string_view text, const std::string& name) {
    return parse_legend_of(text, name, "code");
}

Legend parse_legend_of(std::string_view text, const std::string& name, const std::string& code_column) {
    const CsvTable table{text, name};
    table.expect_columns({code_column, "stratum", "forest"}, {"excluded"});
    Legend legend{name};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string& code = table.filled(row, code_column);
        const Stratum stratum{table.filled(row, "stratum"), read_kind(table, row)};
        try {
            legend.add(code, stratum);
        } catch (const Error& refusal) {
            throw Error(refusal.code(), table.place(row), refusal.message());
        }
    }
    if (legend.strata().empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one");
    }
    return legend;
}

bool heads_legend(std::string_view header) {
    try {
        const CsvTable table{header, ""};
        return table.has("code") && table.has("stratum") && table.has("forest");
    } catch (const Error&) {
        return false;
    }
}

}  // namespace reddline::inputs
