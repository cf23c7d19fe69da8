#include "cli/write_parquet.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_session.hpp"
#include "gdal_io/table_file.hpp"
#include "inputs/csv_parser.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/table_columns.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* format = "Parquet";

[[noreturn]] void fail_to_read(const fs::path& csv) {
    throw Error(ErrorCode::unreadable_file, csv.string(),
                "expected the table as it was just written, found something else; run the command again");
}

/// A field of a CSV file as its column holds it; nothing where it is empty.
Attribute value_of(const std::string& field, AttributeKind kind, const fs::path& csv) {
    if (field.empty()) return {};
    if (kind == AttributeKind::whole) {
        if (const auto value = parse_integer(field)) return *value;
        fail_to_read(csv);
    }
    if (kind == AttributeKind::number) {
        if (const auto value = parse_double(field)) return *value;
        fail_to_read(csv);
    }
    return field;
}

std::vector<Attribute> row_of(const inputs::CsvFields& fields, const std::vector<AttributeColumn>& columns,
                              const fs::path& csv) {
    if (fields.size() != columns.size()) fail_to_read(csv);
    std::vector<Attribute> row;
    for (std::size_t i = 0; i < fields.size(); ++i)
        row.push_back(value_of(fields[i], columns[i].kind, csv));
    return row;
}

/// Hands every record of a CSV file to `take`, the first line too, without holding the file in memory.
template <class Take>
void read_records(const fs::path& csv, const std::atomic<bool>& stop, const Take& take) {
    constexpr std::size_t piece_bytes = std::size_t{1} << 18;
    std::ifstream file(csv, std::ios::binary);
    inputs::CsvParser parser(inputs::Blanks::kept);
    const auto take_all = [&](const std::optional<std::vector<inputs::CsvFields>>& records) {
        if (!records) fail_to_read(csv);
        std::ranges::for_each(*records, take);
    };
    std::string piece(piece_bytes, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        pipeline::expect_running(&stop);
        take_all(parser.parse(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount()))));
    }
    if (!file.eof()) fail_to_read(csv);
    take_all(parser.finish());
}

void write_table(const fs::path& csv, const std::vector<AttributeColumn>& columns, const std::atomic<bool>& stop,
                 const fs::path& path, const fs::path& shown) {
    gdal_io::TableFile table(format, columns, path.string(), shown.string());
    bool is_head = true;
    read_records(csv, stop, [&](const inputs::CsvFields& fields) {
        if (!std::exchange(is_head, false)) table.add(row_of(fields, columns, csv));
    });
    table.finish();
}

}  // namespace

void expect_parquet(const Options& options) {
    if (!options.parquet) return;
    if (gdal_io::has_format(format)) return;
    throw Error(
        ErrorCode::usage, "--parquet",
        "expected GDAL's driver Parquet, found GDAL " + gdal_io::gdal_version() +
            " without it; take a GDAL that was built with Apache Arrow (conda: libgdal-arrow-parquet), or leave "
            "the option out: the CSV files hold the same");
}

std::string parquet_name(const std::string& csv_name) {
    return csv_name.substr(0, csv_name.rfind('.')) + ".parquet";
}

void write_parquet(const std::vector<StrataMap>& maps, const std::atomic<bool>& stop, const OutputDirectory& output) {
    for (const report::TableColumns& table : report::table_columns()) {
        const fs::path csv = output.folder() / table.file;
        if (!fs::exists(csv)) continue;
        output.write_file(parquet_name(table.file), [&](const fs::path& path, const fs::path& shown) {
            write_table(csv, report::columns_of(table, maps), stop, path, shown);
        });
    }
}

}  // namespace reddline::cli
