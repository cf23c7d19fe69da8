#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "report/figure.hpp"

namespace reddline::report {

/// Loss of forest by forest type and whole calendar year, under the default reading; nothing without mapped loss.
[[nodiscard]] std::optional<Figure> loss_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                const std::string& project);

/// What was expected beside what was observed, by forest type.
[[nodiscard]] std::optional<Figure> expected_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                    const std::string& project);

/// What the claim reports beside what is mapped, by forest type.
[[nodiscard]] std::optional<Figure> reported_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                    const std::string& project);

/// Every reading in the order of its credits, with the choices it makes below.
[[nodiscard]] std::optional<Figure> curve_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                 const std::string& project);

/// How far each choice alone moves the credits (Eq. 24).
[[nodiscard]] std::optional<Figure> effects_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                   const std::string& project);

/// The way from the recomputed to the claimed credits, part by part.
[[nodiscard]] std::optional<Figure> split_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                                 const std::string& project);

/// The forest types of the loss as each source sees them (Eq. 26, 27).
[[nodiscard]] std::optional<Figure> mix_figure(const Strings& say, const nlohmann::ordered_json& audit,
                                               const std::string& project);

/// Every figure that audit.json has the numbers for, project by project, in the order of the page.
///
/// Errors: nlohmann::json::exception where it is something else.
[[nodiscard]] std::vector<Figure> figures_of(const Strings& say, const nlohmann::ordered_json& audit,
                                             const std::vector<std::string>& projects);

}  // namespace reddline::report
