#include "report/buffer_text.hpp"

namespace reddline::report {

std::string buffer_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const ProgrammeDeduction* const none = results.uncertainty.deduction(zone, "none");
    if (none == nullptr || !none->buffer) return {};
    const BufferAccount account = audit.buffer->account_of(audit.zones[zone].zone.name).value();
    const bool is_short = none->buffer->shortfall > Credits{};
    const Credits closing = is_short ? none->buffer->shortfall : none->buffer->balance;
    return say(is_short ? "buffer.shortfall" : "buffer.balance", {{"credits", say.grouped(closing.tCO2e)},
                                                                  {"opening", say.grouped(account.opening.tCO2e)},
                                                                  {"added", say.grouped(none->buffered->tCO2e)},
                                                                  {"released", say.grouped(account.released.tCO2e)},
                                                                  {"reversed", say.grouped(account.reversed.tCO2e)}});
}

}  // namespace reddline::report
