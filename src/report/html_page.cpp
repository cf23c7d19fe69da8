#include "report/html_page.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "domain/error.hpp"
#include "report/document_json.hpp"
#include "report/figure_json.hpp"
#include "report/figures.hpp"
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/markdown_report.hpp"
#include "report/page_files.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

/// SHA-256 of the style element that Plot (the version of scripts/vendor_plot) puts into every drawing.
constexpr const char* plot_style_hash = "jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww=";

/// What stands under a project, in this order; a part has a figure, a section of the report, or both.
constexpr std::array project_parts{"yearly",   "strata",  "years", "reported", "estimated",   "curve",
                                   "readings", "effects", "split", "question", "uncertainty", "ledger"};
/// The order of what speaks of all zones, before and behind the projects.
constexpr std::array first_parts{"answer", "claim-alone", "missing"};
constexpr std::array last_parts{"findings", "choices", "units", "loss", "canopy", "sources", "factors"};

std::vector<std::string> projects_of(const Document& document) {
    std::vector<std::string> projects;
    for (const Section& section : document.sections) {
        if (section.key == "project") projects.push_back(section.project);
    }
    return projects;
}

std::string security_policy(const std::string& map) {
    const auto allowed = [](std::string_view hash) { return " 'sha256-" + std::string(hash) + "'"; };
    return "default-src 'none'; script-src" + allowed(plot_script_hash) + allowed(page_script_hash) + "; style-src" +
           allowed(page_style_hash) + allowed(plot_style_hash) +
           (map.find("data:image") == std::string::npos ? "" : "; img-src data:") +
           "; base-uri 'none'; form-action 'none'";
}

/// The page as it is put together.
class Page {
public:
    Page(const Strings& say, const Document& document, const std::vector<Figure>& figures)
        : say_{say}, document_{document}, figures_{figures} {}

    /// Adds what there is of a part: its heading, its figure and its section.
    void add_part(const std::string& key, const std::string& project) {
        const auto figure =
            std::ranges::find_if(figures_, [&](const Figure& one) { return one.key == key && one.project == project; });
        std::string drawn;
        if (figure != figures_.end())
            drawn = html_figure(say_, *figure, static_cast<std::size_t>(figure - figures_.begin()));
        bool is_said = false;
        for (const Section& section : document_.sections) {
            if (section.key != key || section.project != project) continue;
            add_section(section, is_said ? "" : drawn);
            is_said = true;
        }
        if (!is_said && !drawn.empty())
            html_ += "<section>\n" + html_element("h3", figure->title) + drawn + "</section>\n";
    }
    void add(const std::string& html) { html_ += html; }
    [[nodiscard]] const std::string& html() const { return html_; }

private:
    void add_section(const Section& section, const std::string& drawn) {
        html_ += "<section class=\"" + std::string(section.key == "answer" ? "answer" : "part") + "\">\n" +
                 html_element(section.level == 2 ? "h2" : "h3", section.title) + drawn;
        for (const Block& block : section.blocks)
            html_ += html_block(block, section.title);
        html_ += "</section>\n";
    }

    const Strings& say_;
    const Document& document_;
    const std::vector<Figure>& figures_;
    std::string html_;
};

[[noreturn]] void fail_to_read(const std::string& name) {
    throw Error(ErrorCode::table_malformed, name,
                "expected what 'audit' or 'account' writes to this file, found a text that cannot be read as that; "
                "name a directory that this version of reddline wrote, as it was written");
}

/// The map, or how to get one; nothing where no pixel was counted.
std::string map_section(const Strings& say, const Json& audit, const std::optional<MapFiles>& maps) {
    if (audit.at("zones").empty()) return {};
    if (!maps) return html_no_map(say);
    try {
        return html_map(say, audit, *maps);
    } catch (const Json::exception&) {
        fail_to_read(maps->name);
    }
}

std::string main_of(const Strings& say, const Document& document, const std::vector<Figure>& figures,
                    const std::string& map, const Provenance& provenance) {
    Page page(say, document, figures);
    for (const char* const key : first_parts)
        page.add_part(key, "");
    page.add(map);
    for (const std::string& project : projects_of(document)) {
        page.add_part("project", project);
        for (const char* const key : project_parts)
            page.add_part(key, project);
    }
    for (const char* const key : last_parts)
        page.add_part(key, "");
    page.add("<section>\n" + html_element("h2", say("section.method")) + html_method(say) + "</section>\n");
    page.add("<section>\n" + html_element("h2", say("section.provenance")) + html_provenance(say, provenance) +
             "</section>\n");
    return page.html();
}

std::string html_of(const Strings& say, const Document& document, const std::vector<Figure>& figures,
                    const std::string& map, const Provenance& provenance) {
    const std::string label =
        document.label.empty() ? "" : "<p class=\"label\">" + html_text(document.label) + "</p>\n";
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"" + html_text(say.language()) +
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
        security_policy(map) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
        html_element("title", document.title) + "<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n";
    html += "<header>\n<p class=\"kind\">" + html_text(say("page.kind")) + "</p>\n" +
            html_element("h1", document.title) + label + "</header>\n<main>\n" +
            main_of(say, document, figures, map, provenance) + "</main>\n";
    html +=
        "<script type=\"application/json\" id=\"figures\">" + script_json(figures_json(say, figures)) + "</script>\n";
    return html + "<script>" + std::string(plot_script) + "</script>\n<script>" + std::string(page_script) +
           "</script>\n</body>\n</html>\n";
}

}  // namespace

Pages pages_of(const Strings& say, std::string_view audit_json, const std::string& name, const Provenance& provenance,
               const std::optional<MapFiles>& maps) {
    try {
        const Json audit = Json::parse(audit_json);
        const Document document = document_in(audit);
        return {markdown_report(document), html_of(say, document, figures_of(say, audit, projects_of(document)),
                                                   map_section(say, audit, maps), provenance)};
    } catch (const Json::exception&) {
        fail_to_read(name);
    }
}

}  // namespace reddline::report
