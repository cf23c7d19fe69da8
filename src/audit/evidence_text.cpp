#include "audit/evidence_text.hpp"

#include "domain/number_text.hpp"

namespace reddline::audit {

void add_part(std::string& list, const std::string& part, const char* separator) {
    if (!list.empty()) list += separator;
    list += part;
}

std::string per_cent(double share) {
    return fixed(100.0 * share, 2) + " %";
}

std::string ha_text(Hectares area) {
    return grouped(area.value(), 1) + " ha";
}

std::string t_text(TonnesCO2e amount) {
    return grouped(amount.value(), 0) + " tCO2e";
}

std::string signed_t_text(TonnesCO2e amount) {
    return (amount.value() > 0.0 ? "+" : "") + t_text(amount);
}

bool is_more(Hectares one, Hectares other) {
    return whole_cm2(one) - whole_cm2(other) >= cm2_per_ha / 10;
}

bool is_more(TonnesCO2e one, TonnesCO2e other) {
    return one - other >= TonnesCO2e::of(1.0);
}

std::string years_text(int first, int last) {
    return first == last ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last);
}

}  // namespace reddline::audit
