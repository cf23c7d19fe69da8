#include "domain/credit_model.hpp"

namespace reddline {

std::string density_input(const std::string& stratum, const std::string& pool) {
    return stratum + "/" + pool;
}

std::string area_input(const std::string& zone, const std::string& from, const std::optional<std::string>& to) {
    return zone + ": " + from + (to ? " > " + *to : "");
}

std::set<std::string> weighed_strata(const CreditModel& model) {
    std::set<std::string> strata;
    const auto add = [&](const CreditForm& form) {
        for (const StratumWeight& weight : form.weights) {
            if (weight.area != Hectares{}) strata.insert(weight.stratum);
        }
    };
    add(model.balance);
    for (const CreditForm& form : model.displaced)
        add(form);
    return strata;
}

}  // namespace reddline
