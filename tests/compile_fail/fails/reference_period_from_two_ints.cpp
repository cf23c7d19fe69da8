#include "domain/year.hpp"

const reddline::ReferencePeriod period(2006, 2014);
