#include "domain/year.hpp"

const reddline::ReferencePeriod period(reddline::LossYear{2006}, reddline::LossYear{2014});
