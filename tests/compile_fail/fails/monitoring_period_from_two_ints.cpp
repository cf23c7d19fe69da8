#include "domain/year.hpp"

const reddline::MonitoringPeriod period(2018, 2020);
