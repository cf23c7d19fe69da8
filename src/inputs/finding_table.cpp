#include "inputs/finding_table.hpp"

#include "inputs/csv_table.hpp"

namespace reddline::inputs {

Findings parse_findings(std::string_view text, const std::string& name) {
    const CsvTable table(text, name);
    table.expect_columns({"code", "severity", "subject", "message", "evidence"}, {});
    Findings findings;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Finding finding{table.text(row, "code"), Severity::note, table.text(row, "subject"), table.text(row, "message"),
                        table.text(row, "evidence")};
        const std::string& severity = table.text(row, "severity");
        if (severity == to_string(Severity::warning)) {
            finding.severity = Severity::warning;
        } else if (severity == to_string(Severity::contradiction)) {
            finding.severity = Severity::contradiction;
        } else if (severity != to_string(Severity::note)) {
            table.fail(row, "severity", "note, warning or contradiction");
        }
        findings.push_back(finding);
    }
    return findings;
}

}  // namespace reddline::inputs
