#include "domain/year.hpp"

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

const reddline::MonitoringPeriod period(year{2018} / month{3} / day{12}, year{2020} / month{12} / day{31});
