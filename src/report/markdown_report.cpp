#include "report/markdown_report.hpp"

#include "report/markdown_text.hpp"

namespace reddline::report {

namespace {

std::string lines_of(const Block& block, const std::string& before) {
    std::string text;
    for (const std::string& line : block.lines)
        text += before + markdown_text(line) + "\n";
    return text + "\n";
}

std::string text_of(const Block& block) {
    switch (block.kind) {
        case BlockKind::strong:
            return "**" + markdown_text(block.lines.front()) + "**\n\n";
        case BlockKind::lead:
        case BlockKind::paragraph:
            return lines_of(block, "");
        case BlockKind::list:
            return lines_of(block, "- ");
        case BlockKind::table:
            return markdown(block.table) + "\n";
    }
    return {};
}

}  // namespace

std::string markdown_report(const Document& document) {
    std::string text = "# " + markdown_text(document.title) + "\n\n";
    if (!document.label.empty()) text += "**" + markdown_text(document.label) + "**\n\n";
    for (const Section& section : document.sections) {
        text += std::string(static_cast<std::size_t>(section.level), '#') + " " + markdown_text(section.title) + "\n\n";
        for (const Block& block : section.blocks)
            text += text_of(block);
    }
    return text;
}

}  // namespace reddline::report
