#include "domain/units.hpp"

const reddline::Hectares area = reddline::Hectares::of(3.0);
