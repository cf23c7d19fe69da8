#pragma once

#include <string>
#include <utility>
#include <variant>

namespace reddline {

/// Why something cannot be computed from the inputs given, and what would settle it. A refusal is a result,
/// not an error.
struct Refusal {
    std::string reason;
};

/// A value, or why there is none.
template <class Value>
class Answer {
public:
    Answer(Value value) : content_{std::move(value)} {}  // NOLINT(google-explicit-constructor): reads as the value
    Answer(Refusal refusal) : content_{std::move(refusal)} {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool given() const { return std::holds_alternative<Value>(content_); }
    [[nodiscard]] const Value& value() const { return std::get<Value>(content_); }
    [[nodiscard]] const Refusal& refusal() const { return std::get<Refusal>(content_); }

private:
    std::variant<Value, Refusal> content_;
};

}  // namespace reddline
