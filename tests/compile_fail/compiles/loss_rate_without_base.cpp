#include "domain/loss_rate.hpp"

const reddline::LossRate rate(0.0463, reddline::RateBase::forest, "a source");
