#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reddline {

/// The last year that a date of four digits can name.
inline constexpr int last_year_of_dates = 9999;

/// A calendar year; built from a tile's code only by `LossCodes`.
class LossYear {
public:
    explicit constexpr LossYear(int year) : year_{year} {}
    [[nodiscard]] constexpr int value() const { return year_; }
    friend constexpr auto operator<=>(LossYear, LossYear) = default;

private:
    int year_;
};

/// How the loss product codes years: code 1 is `first`, the highest valid code is `last`; code 0 is no loss.
///
/// Errors: the constructor throws Error{audit_file} when `last` is before `first` or the span exceeds 250 codes.
/// Source: docs/equations.md, Eq. 4
class LossCodes {
public:
    LossCodes(LossYear first, LossYear last);

    [[nodiscard]] LossYear first() const { return first_; }
    [[nodiscard]] LossYear last() const { return last_; }
    /// The highest valid code.
    [[nodiscard]] std::uint8_t last_code() const;
    /// The year of a code 1..last_code().
    [[nodiscard]] LossYear year_of(std::uint8_t code) const;
    /// The code of a year; nothing when the product does not cover it.
    [[nodiscard]] std::optional<std::uint8_t> code_of(LossYear year) const;

private:
    LossYear first_;
    LossYear last_;
};

/// The two dates between which credits are claimed, both included.
///
/// Errors: the constructor throws Error{audit_file} when a date does not exist or the end is before the start.
class MonitoringPeriod {
public:
    MonitoringPeriod(std::chrono::year_month_day start, std::chrono::year_month_day end);

    [[nodiscard]] std::chrono::year_month_day start() const { return start_; }
    [[nodiscard]] std::chrono::year_month_day end() const { return end_; }
    [[nodiscard]] LossYear first_year() const { return LossYear{int(start_.year())}; }
    [[nodiscard]] LossYear last_year() const { return LossYear{int(end_.year())}; }
    /// Days in the period, both ends included.
    [[nodiscard]] int days() const;
    /// Days of the year inside the period, and days in that year.
    [[nodiscard]] int days_in(LossYear year) const;
    /// Share of a calendar year that lies inside the period, f_y.
    ///
    /// Source: docs/equations.md, Eq. 6
    [[nodiscard]] double fraction_of(LossYear year) const;

private:
    std::chrono::year_month_day start_;
    std::chrono::year_month_day end_;
};

/// The years whose mean is the reference, first and last included.
///
/// Errors: the constructor throws Error{audit_file} when the last year is before the first.
class ReferencePeriod {
public:
    ReferencePeriod(LossYear first, LossYear last);
    [[nodiscard]] LossYear first() const { return first_; }
    [[nodiscard]] LossYear last() const { return last_; }
    [[nodiscard]] int years() const { return last_.value() - first_.value() + 1; }

private:
    LossYear first_;
    LossYear last_;
};

/// Days in a calendar year.
[[nodiscard]] int days_in_year(LossYear year);

/// A date as YYYY-MM-DD.
[[nodiscard]] std::string to_string(std::chrono::year_month_day date);

/// The date of a text YYYY-MM-DD; nothing where it is something else, or no day of the calendar.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

}  // namespace reddline
