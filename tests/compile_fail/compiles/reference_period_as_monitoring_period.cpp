#include "domain/year.hpp"

int days_of(const reddline::MonitoringPeriod& period);
int days_in(const reddline::MonitoringPeriod& period) {
    return days_of(period);
}
