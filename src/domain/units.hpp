#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace reddline {

/// A physical amount that remembers its unit. Sums keep the unit; a bare double never enters unseen.
template <class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity of(double value) { return Quantity{value}; }
    constexpr double value() const { return value_; }

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return of(a.value_ + b.value_); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return of(a.value_ - b.value_); }
    friend constexpr Quantity operator-(Quantity a) { return of(-a.value_); }
    friend constexpr Quantity operator*(double factor, Quantity a) { return of(factor * a.value_); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
    constexpr Quantity& operator+=(Quantity other) {
        value_ += other.value_;
        return *this;
    }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    explicit constexpr Quantity(double value) : value_{value} {}
    double value_ = 0.0;
};

/// Area in hectares.
using Hectares = Quantity<struct HectareUnit>;
/// Carbon in tonnes.
using TonnesC = Quantity<struct TonneCarbonUnit>;
/// Carbon density in tonnes of carbon per hectare.
using TonnesCPerHa = Quantity<struct TonneCarbonPerHectareUnit>;
/// Emissions in tonnes of CO2 equivalent.
using TonnesCO2e = Quantity<struct TonneCO2eUnit>;
/// Emission factor in tonnes of CO2 equivalent per hectare.
using TonnesCO2ePerHa = Quantity<struct TonneCO2ePerHectareUnit>;

/// Mass of CO2 per mass of carbon: molar masses 44 and 12 (IPCC 2006 Guidelines, Vol. 4).
inline constexpr double tCO2_per_tC = 44.0 / 12.0;

/// Square centimetres in one hectare; mapped area is counted in whole cm2.
inline constexpr std::int64_t cm2_per_ha = 100'000'000;

/// The mapped area as hectares.
[[nodiscard]] constexpr Hectares hectares(std::int64_t area_cm2) {
    return Hectares::of(static_cast<double>(area_cm2) / static_cast<double>(cm2_per_ha));
}

/// The area as whole cm2, to the nearest.
[[nodiscard]] inline std::int64_t whole_cm2(Hectares area) {
    return std::llround(area.value() * static_cast<double>(cm2_per_ha));
}

/// Carbon held by an area of the given density.
constexpr TonnesC operator*(Hectares area, TonnesCPerHa density) {
    return TonnesC::of(area.value() * density.value());
}

/// Emission of an area lost at the given factor.
constexpr TonnesCO2e operator*(Hectares area, TonnesCO2ePerHa factor) {
    return TonnesCO2e::of(area.value() * factor.value());
}

/// The CO2 that a carbon density becomes when it is emitted.
///
/// Source: docs/equations.md, Eq. 11
constexpr TonnesCO2ePerHa as_CO2e(TonnesCPerHa density) {
    return TonnesCO2ePerHa::of(density.value() * tCO2_per_tC);
}

}  // namespace reddline
