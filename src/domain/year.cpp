#include "domain/year.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::string padded(unsigned value, std::size_t digits) {
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

LossCodes::LossCodes(LossYear first, LossYear last) : first_{first}, last_{last} {
    constexpr int highest_code = 250;  // One byte, with room for the values that mark no data.
    if (last < first || last.value() - first.value() + 1 > highest_code) {
        throw Error(ErrorCode::audit_file, "loss.last_year",
                    "expected a year from first_year (" + std::to_string(first.value()) +
                        ") to first_year + 249, found " + std::to_string(last.value()));
    }
}

std::uint8_t LossCodes::last_code() const {
    return static_cast<std::uint8_t>(last_.value() - first_.value() + 1);
}

LossYear LossCodes::year_of(std::uint8_t code) const {
    return LossYear{first_.value() + code - 1};
}

std::optional<std::uint8_t> LossCodes::code_of(LossYear year) const {
    if (year < first_ || year > last_) return std::nullopt;
    return static_cast<std::uint8_t>(year.value() - first_.value() + 1);
}

MonitoringPeriod::MonitoringPeriod(year_month_day start, year_month_day end) : start_{start}, end_{end} {
    if (!start.ok() || !end.ok() || sys_days{end} < sys_days{start}) {
        throw Error(ErrorCode::audit_file, "monitoring",
                    "expected two dates with the end on or after the start, found " + to_string(start) + " and " +
                        to_string(end));
    }
}

int MonitoringPeriod::days() const {
    return static_cast<int>((sys_days{end_} - sys_days{start_}).count()) + 1;
}

int MonitoringPeriod::days_in(LossYear calendar_year) const {
    const sys_days first = std::max(sys_days{start_}, sys_days{year{calendar_year.value()} / month{1} / day{1}});
    const sys_days last = std::min(sys_days{end_}, sys_days{year{calendar_year.value()} / month{12} / day{31}});
    return std::max(0, static_cast<int>((last - first).count()) + 1);
}

double MonitoringPeriod::fraction_of(LossYear calendar_year) const {
    return static_cast<double>(days_in(calendar_year)) / days_in_year(calendar_year);
}

ReferencePeriod::ReferencePeriod(LossYear first, LossYear last) : first_{first}, last_{last} {
    if (last < first) {
        throw Error(ErrorCode::audit_file, "reference_level.history",
                    "expected an end year on or after the start year, found " + std::to_string(first.value()) + " to " +
                        std::to_string(last.value()));
    }
}

int days_in_year(LossYear calendar_year) {
    return year{calendar_year.value()}.is_leap() ? 366 : 365;
}

std::string to_string(year_month_day date) {
    return padded(static_cast<unsigned>(int(date.year())), 4) + "-" + padded(unsigned(date.month()), 2) + "-" +
           padded(unsigned(date.day()), 2);
}

std::optional<year_month_day> parse_date(std::string_view text) {
    constexpr std::string_view form = "YYYY-MM-DD";
    if (text.size() != form.size()) return std::nullopt;
    const auto years = parse_integer(text.substr(form.find('Y'), 4));
    const auto months = parse_integer(text.substr(form.find('M'), 2));
    const auto days = parse_integer(text.substr(form.find('D'), 2));
    if (!years || !months || !days || *months < 1 || *days < 1) return std::nullopt;
    const year_month_day date{year{static_cast<int>(*years)}, month{static_cast<unsigned>(*months)},
                              day{static_cast<unsigned>(*days)}};
    // The text of the date is the only way to write it.
    return date.ok() && to_string(date) == text ? std::optional(date) : std::nullopt;
}

}  // namespace reddline
