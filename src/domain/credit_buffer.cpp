#include "domain/credit_buffer.hpp"

namespace reddline {

namespace {

Credits& amount_of(BufferPostingKind kind, BufferAccount& account) {
    switch (kind) {
        case BufferPostingKind::opening:
            return account.opening;
        case BufferPostingKind::release:
            return account.released;
        case BufferPostingKind::reversal:
            return account.reversed;
    }
    return account.opening;
}

}  // namespace

std::string_view to_string(BufferPostingKind kind) {
    switch (kind) {
        case BufferPostingKind::opening:
            return "opening";
        case BufferPostingKind::release:
            return "release";
        case BufferPostingKind::reversal:
            return "reversal";
    }
    return "unknown";
}

std::optional<BufferAccount> CreditBuffer::account_of(const std::string& zone) const {
    std::optional<BufferAccount> account;
    for (const BufferPosting& posting : ledger) {
        if (posting.zone != zone) continue;
        if (!account) account.emplace();
        amount_of(posting.kind, *account).tCO2e += posting.credits.tCO2e;
    }
    return account;
}

}  // namespace reddline
