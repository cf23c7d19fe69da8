#pragma once

#include <string_view>

namespace reddline::report {

// The files of src/report/page and src/report/vendor as they stand in every page, each with its SHA-256 in base64, by which
// the page's own policy lets it run. The build makes them from the files.
extern const std::string_view page_style;
extern const std::string_view page_style_hash;
extern const std::string_view page_script;
extern const std::string_view page_script_hash;
extern const std::string_view plot_script;
extern const std::string_view plot_script_hash;

// The table of strings (src/report/strings) in English.
extern const std::string_view english_strings;
extern const std::string_view english_strings_hash;

}  // namespace reddline::report
