#include "report/html_parts.hpp"

#include <algorithm>
#include <array>

#include "domain/number_text.hpp"
#include "report/html_text.hpp"
#include "report/svg_picture.hpp"

namespace reddline::report {

namespace {

std::string table_row(const PlainTable& table, const std::vector<std::string>& cells, bool is_head) {
    std::string html = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool is_text = std::ranges::find(table.text_columns, i) != table.text_columns.end();
        const std::string name = is_head || i == 0 ? "th" : "td";
        const std::string scope = is_head ? " scope=\"col\"" : i == 0 ? " scope=\"row\"" : "";
        html +=
            "<" + name + scope + (is_text ? "" : " class=\"number\"") + ">" + html_text(cells[i]) + "</" + name + ">";
    }
    return html + "</tr>\n";
}

std::string items(const std::vector<std::string>& lines) {
    std::string html;
    for (const std::string& line : lines)
        html += html_element("li", line);
    return "<ul>" + html + "</ul>\n";
}

std::string sentences(const std::vector<std::string>& lines, const char* opening) {
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : " ") + line;
    return opening + html_text(text) + "</p>\n";
}

/// The colour beside a name of the legend.
std::string swatch(const std::string& colour) {
    return "<svg width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect width=\"14\" "
           "height=\"14\" "
           "rx=\"2\" fill=\"" +
           html_text(colour) + "\"/></svg>";
}

constexpr std::array<const char*, 9> method_lines{
    "Every pixel of the zones is counted once, by zone, forest type, canopy cover and year of loss; a row's pixel area "
    "follows from its latitude (Eq. 1, 2).",
    "Forest is what the canopy threshold and the minimum area say (Eq. 3, 5); a year that lies partly in the period "
    "counts by days (Eq. 6).",
    "Carbon densities give tCO2e per hectare lost; where it is asked for, what stands afterwards is subtracted (Eq. "
    "10, "
    "11).",
    "The reference level is what was expected without the project: from national transitions (Eq. 13 to 16), a flat "
    "rate (Eq. 17), a share of a national level (Eq. 18) or the past (Eq. 19).",
    "Project emissions are lost hectares times tCO2e per hectare (Eq. 20); what is lost in the belt beyond what was "
    "expected there counts as displaced (Eq. 21).",
    "The reduction is expected less emitted less displaced (Eq. 22); credits are whole tonnes of it, rounded down "
    "once, "
    "and every posting stands in the ledger (Eq. 23).",
    "A reading is one answer to every choice that the rules leave open. All are computed, and what a choice moves by "
    "itself is the range over readings that differ in nothing else (Eq. 24).",
    "Reported hectares are set against the forest types that the maps show, with the lowest and highest emission that "
    "they can have (Eq. 25), and the share at which credits vanish (Eq. 26).",
    "How far two sources are apart in their forest types is an index from 0, the same, to 1, disjoint (Eq. 27)."};

}  // namespace

std::string html_element(const std::string& name, const std::string& text) {
    return "<" + name + ">" + html_text(text) + "</" + name + ">\n";
}

std::string html_legend(const std::vector<Series>& series) {
    std::string html;
    for (const Series& one : series) {
        if (!one.name.empty()) html += "<li>" + swatch(one.colour) + html_text(one.name) + "</li>";
    }
    return html.empty() ? html : "<ul class=\"legend\">" + html + "</ul>\n";
}

std::string html_table(const PlainTable& table, const std::string& caption) {
    std::string html = "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"" + html_text(caption) +
                       "\"><table>\n<thead>" + table_row(table, table.head, true) + "</thead>\n<tbody>\n";
    for (const auto& row : table.rows)
        html += table_row(table, row, false);
    return html + "</tbody></table></div>\n";
}

std::string html_numbers(const PlainTable& numbers, const std::string& title) {
    const bool is_short = numbers.rows.size() <= 40;
    return std::string("<details") + (is_short ? " open" : "") + "><summary>The numbers of this figure</summary>\n" +
           html_table(numbers, title) + "</details>\n";
}

std::string html_block(const Block& block, const std::string& caption) {
    switch (block.kind) {
        case BlockKind::strong:
            return sentences(block.lines, "<p class=\"strong\">");
        case BlockKind::lead:
            return sentences(block.lines, "<p class=\"lead\">");
        case BlockKind::paragraph:
            return sentences(block.lines, "<p>");
        case BlockKind::list:
            return items(block.lines);
        case BlockKind::table:
            return html_table(block.table, caption);
    }
    return {};
}

std::string html_figure(const Figure& figure, std::size_t place) {
    const std::string id = "figure-" + std::to_string(place);
    std::string html = "<figure id=\"" + id + "\">\n" + html_legend(figure.series) + "<div class=\"picture\">" +
                       svg_picture(figure, id) + "</div>\n";
    if (!figure.notes.empty()) html += sentences(figure.notes, "<figcaption><p>") + "</figcaption>\n";
    if (!figure.numbers.head.empty()) html += html_numbers(figure.numbers, figure.title);
    return html + "</figure>\n";
}

std::string html_method() {
    return items({method_lines.begin(), method_lines.end()}) +
           html_element("p", "The equations, each with a worked number, stand in docs/equations.md of the program.");
}

std::string html_provenance(const Provenance& provenance) {
    std::string libraries;
    for (const auto& [name, version] : provenance.libraries)
        libraries += ", " + name + " " + version;
    PlainTable table{{"input", "bytes", "SHA-256"}, {}, {0, 2}};
    for (const InputFile& file : provenance.inputs)
        table.rows.push_back({file.path, grouped(file.bytes), file.sha256});
    return html_element("p", "This command gives the same numbers again, on the inputs below:") + "<pre><code>" +
           html_text(provenance.command) + " -o DIR</code></pre>\n" +
           html_element("p", "Reddline " + provenance.version + ", commit " + provenance.commit + ", compiler " +
                                 provenance.compiler + libraries + ". Pixels read: " + grouped(provenance.pixels_read) +
                                 ".") +
           html_table(table, "Inputs by content");
}

}  // namespace reddline::report
