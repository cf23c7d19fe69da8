#include "cli/write_mocaredd.hpp"

#include <filesystem>
#include <variant>

#include "accounting/readings.hpp"
#include "cli/workbook_file.hpp"
#include "domain/error.hpp"
#include "report/mocaredd_export.hpp"

namespace reddline::cli {

namespace fs = std::filesystem;

void expect_mocaredd(const AuditCase& audit) {
    const ReferenceSource* const source = audit.reference_of(accounting::every_reading(audit).front());
    if (source != nullptr && !std::holds_alternative<NationalLevel>(source->rule)) return;
    const std::string found =
        source == nullptr ? "no reference level" : "the amount of emissions '" + source->name + "'";
    throw Error(ErrorCode::usage, "--mocaredd",
                "expected a reference level with areas, which a mocaredd workbook holds, found " + found +
                    "; leave it out, or give transitions, a rate or a history in [reference_level]");
}

std::string write_mocaredd(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    std::string missing;
    for (std::size_t i = 0; i < results.statements.size(); ++i) {
        const ZoneStatement& statement = results.statements[i];
        const std::string name =
            results.statements.size() == 1 ? "mocaredd.xlsx" : "mocaredd-" + std::to_string(i + 1) + ".xlsx";
        const auto sheets = report::mocaredd_export(audit, results, statement);
        if (!sheets.given()) {
            missing += "No " + name + " of '" + audit.zones[statement.zone].zone.name +
                       "': " + sheets.refusal().reason + ".\n";
            continue;
        }
        output.write_file(
            name, [&](const fs::path& path, const fs::path& shown) { write_template(sheets.value(), path, shown); });
    }
    return missing;
}

}  // namespace reddline::cli
