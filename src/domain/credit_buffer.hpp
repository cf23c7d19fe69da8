#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.hpp"

namespace reddline {

/// What a line of a buffer's ledger says.
enum class BufferPostingKind {
    opening,   ///< held before this period
    release,   ///< given back, or retired
    reversal,  ///< taken out because carbon that was credited is lost
};

/// The kind as it stands in tables, such as `opening`.
[[nodiscard]] std::string_view to_string(BufferPostingKind kind);

/// A line of the ledger of a project's buffer account.
struct BufferPosting {
    std::string zone;  ///< the project; where there is only one, the table may leave it out
    BufferPostingKind kind = BufferPostingKind::opening;
    Credits credits;
    std::string source;
    std::string place;  ///< file and line, for messages
};

/// What a project's buffer account held, and what left it, before the credits of this period are added.
struct BufferAccount {
    Credits opening;
    Credits released;
    Credits reversed;
};

/// A buffer account after the period: one of the two is 0.
struct BufferClosing {
    Credits balance;
    Credits shortfall;  ///< credits that would have to be replaced
};

/// A share of the credits that is set aside against reversals: issued into a buffer, not deducted.
struct CreditBuffer {
    double fraction = 0.0;  ///< 0..1
    std::string source;
    std::vector<BufferPosting> ledger{};  ///< empty = not given

    /// The account of a project; nothing where the ledger has no line of it.
    [[nodiscard]] std::optional<BufferAccount> account_of(const std::string& zone) const;
};

}  // namespace reddline
