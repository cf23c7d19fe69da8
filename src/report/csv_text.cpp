#include "report/csv_text.hpp"

#include "domain/utf8_text.hpp"

namespace reddline::report {

void CsvText::add(const std::vector<std::string>& fields) {
    bool is_first = true;
    for (const std::string& given : fields) {
        const std::string field = as_utf8(given);
        if (!is_first) text_ += ',';
        is_first = false;
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            text_ += field;
            continue;
        }
        text_ += '"';
        for (const char c : field) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }
    text_ += '\n';
}

}  // namespace reddline::report
