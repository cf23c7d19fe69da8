#include "accounting/sampled_loss.hpp"

#include <optional>
#include <string>

namespace reddline::accounting {

namespace {

std::optional<Refusal> why_not(const AuditCase& audit, const std::string& zone) {
    if (!audit.sample) return Refusal{"no sample of reference points: give [sample]"};
    const SampleEvidence& evidence = *audit.sample;
    if (!evidence.shows_loss()) {
        return Refusal{
            "the sample does not say which of its classes are loss, and of which years: give changes, "
            "first_year and last_year in [sample]"};
    }
    if (!evidence.speaks_of(zone)) {
        return Refusal{"the sample does not speak of zone '" + zone + "': give zone in [sample], or in its points"};
    }
    const auto& period = audit.monitoring;
    const SampledYears& years = *evidence.years;
    if (!period || (period->first_year() >= years.first && period->last_year() <= years.last)) return std::nullopt;
    const std::string first = std::to_string(years.first.value());
    return Refusal{"the sample speaks of " +
                   (years.count() == 1 ? first : first + " to " + std::to_string(years.last.value())) +
                   ", not of the whole monitoring period"};
}

}  // namespace

Answer<ActivityData> sampled_activity(const AuditCase& audit, std::size_t zone) {
    const std::string& name = audit.zones[zone].zone.name;
    if (const auto refusal = why_not(audit, name)) return *refusal;
    const SampleEvidence& evidence = *audit.sample;
    ActivityData activity{.zone = zone, .route = Route::sample, .strata = "", .rows = {}};
    for (const SampledLoss& loss : evidence.losses_in(name)) {
        if (!loss.area_ha.value) return Refusal{"the sample has no estimate of loss in zone '" + name + "'"};
        const auto& error = loss.area_ha.standard_error;
        for (int year = evidence.years->first.value(); year <= evidence.years->last.value(); ++year) {
            activity.rows.push_back({loss.from, audit.kind_of(loss.from), loss.to, LossYear{year},
                                     evidence.yearly(*loss.area_ha.value),
                                     error ? std::optional(evidence.yearly(*error)) : std::nullopt});
        }
    }
    return activity;
}

}  // namespace reddline::accounting
