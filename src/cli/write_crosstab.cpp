#include "cli/write_crosstab.hpp"

#include "report/crosstab_tables.hpp"
#include "report/result_tables.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::cli {

void write_crosstab(const AuditCase& audit, const Findings& layer_findings, const OutputDirectory& output) {
    output.write_pieces("crosstab.csv", [&](const auto& write) { report::crosstab_csv(audit, write); });
    output.write("pixels.csv", report::pixels_csv(audit));
    output.write("zones.csv", report::zones_csv(audit));
    output.write("layer_findings.csv", report::findings_csv(layer_findings));
}

std::string pixels_text(const std::string& sentence) {
    return report::wrapped("Pixels: " + sentence + ".", "    ");
}

}  // namespace reddline::cli
