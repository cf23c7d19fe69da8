#include "domain/units.hpp"

const reddline::Hectares area = 3.0;
