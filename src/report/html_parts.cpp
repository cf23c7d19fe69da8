#include "report/html_parts.hpp"

#include <algorithm>
#include <array>

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

constexpr std::array<std::string_view, 9> method_keys{"method.pixels",          "method.forest",    "method.carbon",
                                                      "method.reference_level", "method.emissions", "method.reduction",
                                                      "method.readings",        "method.strata",    "method.distance"};

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

std::string html_numbers(const Strings& say, const PlainTable& numbers, const std::string& title) {
    const bool is_short = numbers.rows.size() <= 40;
    return std::string("<details") + (is_short ? " open" : "") + "><summary>" + html_text(say("page.numbers")) +
           "</summary>\n" + html_table(numbers, title) + "</details>\n";
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

std::string html_figure(const Strings& say, const Figure& figure, std::size_t place) {
    const std::string id = "figure-" + std::to_string(place);
    std::string html = "<figure id=\"" + id + "\">\n" + html_legend(figure.series) + "<div class=\"picture\">" +
                       svg_picture(figure, id) + "</div>\n";
    if (!figure.notes.empty()) html += sentences(figure.notes, "<figcaption><p>") + "</figcaption>\n";
    if (!figure.numbers.head.empty()) html += html_numbers(say, figure.numbers, figure.title);
    return html + "</figure>\n";
}

std::string html_method(const Strings& say) {
    std::vector<std::string> lines;
    for (const std::string_view key : method_keys)
        lines.push_back(say(key));
    return items(lines) + html_element("p", say("method.equations"));
}

std::string html_provenance(const Strings& say, const Provenance& provenance) {
    std::vector<std::string> versions{say("page.compiler", {{"compiler", provenance.compiler}})};
    for (const auto& [name, version] : provenance.libraries)
        versions.push_back(name + " " + version);
    PlainTable table{{say("column.input"), say("column.bytes"), "SHA-256"}, {}, {0, 2}};
    for (const InputFile& file : provenance.inputs)
        table.rows.push_back({file.path, say.grouped(file.bytes), file.sha256});
    return html_element("p", say("page.command")) + "<pre><code>" + html_text(provenance.command) +
           " -o DIR</code></pre>\n" +
           html_element("p", say("page.made_by", {{"version", provenance.version},
                                                  {"commit", provenance.commit},
                                                  {"libraries", say.joined("list.comma", versions)},
                                                  {"pixels", say.grouped(provenance.pixels_read)}})) +
           html_table(table, say("page.inputs"));
}

}  // namespace reddline::report
