#include "report/strings.hpp"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"
#include "report/page_files.hpp"

namespace reddline::report {

namespace {

constexpr const char* other_form = "other";

/// The form of a sentence for a number; what is one sentence for all numbers has the form "other" alone.
const std::string& form_of(const std::map<std::string, std::string>& sentence, const std::string& form) {
    const auto found = sentence.find(form);
    return found == sentence.end() ? sentence.at(other_form) : found->second;
}

/// The sentence with what `text_of(place)` says at each of its places.
template <class TextOf>
std::string filled(std::string_view sentence, const TextOf& text_of) {
    std::string text;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{')) {
        const std::size_t close = sentence.find('}', open);
        text.append(sentence.substr(0, open)).append(text_of(sentence.substr(open + 1, close - open - 1)));
        sentence.remove_prefix(close + 1);
    }
    return text.append(sentence);
}

std::string_view text_in(std::initializer_list<Filling> fillings, std::string_view place) {
    const auto* const found = std::ranges::find(fillings, place, &Filling::place);
    assert(found != fillings.end());
    return found->text;
}

}  // namespace

Strings::Strings(std::string_view table) {
    const auto json = nlohmann::json::parse(table);
    json.at("language").get_to(language_);
    json.at("decimal_mark").get_to(decimal_mark_);
    json.at("group_mark").get_to(group_mark_);
    for (const auto& [form, numbers] : json.at("plurals").items()) {
        for (const auto& number : numbers)
            forms_[number.get<std::int64_t>()] = form;
    }
    for (const auto& [key, sentence] : json.at("sentences").items()) {
        if (sentence.is_string()) {
            sentences_[key][other_form] = sentence.get<std::string>();
        } else {
            sentence.get_to(sentences_[key]);
        }
    }
}

std::string Strings::operator()(std::string_view key, std::initializer_list<Filling> fillings) const {
    const auto found = sentences_.find(key);
    assert(found != sentences_.end());
    return filled(found->second.at(other_form), [&](std::string_view place) { return text_in(fillings, place); });
}

std::string Strings::counted(std::string_view key, std::int64_t count, std::initializer_list<Filling> fillings) const {
    const auto found = sentences_.find(key);
    assert(found != sentences_.end());
    const auto form = forms_.find(count);
    const std::string& sentence = form_of(found->second, form == forms_.end() ? other_form : form->second);
    return filled(sentence, [&](std::string_view place) {
        return place == "count" ? grouped(count) : std::string(text_in(fillings, place));
    });
}

std::string Strings::joined(std::string_view key, const std::vector<std::string>& items) const {
    std::string text;
    for (const std::string& item : items)
        text = text.empty() ? item : (*this)(key, {{"before", text}, {"next", item}});
    return text;
}

std::string Strings::number(std::string_view text) const {
    std::string marked;
    for (const char c : text)
        marked += c == ',' ? group_mark_ : c == '.' ? decimal_mark_ : std::string(1, c);
    return marked;
}

std::string Strings::grouped(double value, int decimals) const {
    return number(reddline::grouped(value, decimals));
}

std::string Strings::grouped(std::int64_t count) const {
    return number(reddline::grouped(count));
}

const Strings& english() {
    static const Strings strings{english_strings};
    return strings;
}

}  // namespace reddline::report
