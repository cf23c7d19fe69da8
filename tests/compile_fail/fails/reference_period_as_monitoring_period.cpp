#include "domain/year.hpp"

int days_of(const reddline::MonitoringPeriod& period);
int days_in(const reddline::ReferencePeriod& period) {
    return days_of(period);
}
