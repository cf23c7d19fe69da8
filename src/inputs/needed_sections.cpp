#include "inputs/needed_sections.hpp"

#include "domain/error.hpp"

namespace reddline::inputs {

namespace {

/// Stops unless the part is there.
void expect_part(bool is_there, const std::string& name, const std::string& message) {
    if (!is_there) throw Error(ErrorCode::audit_file, name, message);
}

}  // namespace

void expect_pixel_sections(const AuditFile& audit, const std::string& name) {
    const std::string no_loss = "expected a table [loss] that names the loss product, found ";
    expect_part(audit.areas.empty(), name,
                no_loss + "[project] areas, which hold nothing to count; use audit, check or account");
    expect_part(audit.loss.has_value(), name,
                no_loss + "none; add it, or give [project] areas for an audit of tables alone");
    expect_part(!audit.zones.empty(), name, "expected at least one [[zones]] entry, found none; add one");
}

void expect_table_sections(const AuditFile& audit, const std::string& name) {
    expect_part(!audit.areas.empty(), name,
                "expected [loss] for an audit of pixels, or [project] areas for one of tables alone, found neither; "
                "add one of them");
    expect_part(audit.monitoring.has_value(), name,
                "expected [monitoring], because the areas are those at its start, found none; add it");
    const bool has_classes = audit.reference_level && !audit.reference_level->classes.empty();
    expect_part(has_classes, name,
                "expected transitions and classes in [reference_level], which say what is forest where there are no "
                "maps, found none; add both");
}

void expect_sample_section(const AuditFile& audit, const std::string& name) {
    expect_part(audit.sample.has_value(), name,
                "expected a table [sample] that names the areas of the strata and the reference points, found none; "
                "add it");
}

}  // namespace reddline::inputs
