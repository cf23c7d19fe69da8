#include "inputs/project_entry.hpp"

namespace reddline::inputs {

std::string read_project_areas(const TomlTable& audit_file) {
    const auto section = audit_file.find("project");
    if (!section) return {};
    for (const char* counted : {"loss", "zones", "strata"}) {
        if (!audit_file.find(counted)) continue;
        section->fail("no [project] beside " + std::string(counted),
                      "keep [project] for an audit of tables alone, or [loss] and what goes with it for one of pixels");
    }
    const TomlTable project = section->table();
    project.expect_keys({"areas"}, {});
    return project.at("areas").text();
}

}  // namespace reddline::inputs
