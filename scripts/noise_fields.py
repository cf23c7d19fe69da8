"""Smooth random fields for made-up landscapes: the same seed gives the same field on every machine.

Randomness comes from SplitMix64 over counters, so no library's generator can change it.
"""
import numpy as np


def splitmix64(counter):
    """Random 64-bit words of an array of counters (Steele, Lea and Flood 2014)."""
    with np.errstate(over="ignore"):
        word = (np.asarray(counter, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return word ^ (word >> np.uint64(31))


def uniform(seed, count):
    """`count` numbers in [0, 1) of the stream `seed`."""
    start = splitmix64(np.uint64(seed))
    with np.errstate(over="ignore"):
        words = splitmix64(start + np.arange(count, dtype=np.uint64))
    return (words >> np.uint64(11)).astype(np.float64) * 2.0**-53


def blurred(values, sigma_px):
    """A field blurred by a Gaussian of `sigma_px` pixels; it wraps around at the edges."""
    rows, columns = values.shape
    row_frequency = np.fft.fftfreq(rows)[:, None]
    column_frequency = np.fft.rfftfreq(columns)[None, :]
    damping = np.exp(-2.0 * (np.pi * sigma_px) ** 2 * (row_frequency**2 + column_frequency**2))
    return np.fft.irfft2(np.fft.rfft2(values) * damping, s=values.shape)


def smooth_noise(seed, shape, sigma_px):
    """Noise with patches of about `sigma_px` pixels; mean 0, standard deviation 1."""
    field = blurred(uniform(seed, shape[0] * shape[1]).reshape(shape), sigma_px)
    return (field - field.mean()) / field.std()


class ValueNoise:
    """Noise that can be made strip by strip: octaves of a random lattice, interpolated between its points.

    Values lie in 0..1 around 0.5, and do not depend on how the rows are cut into strips.
    """

    def __init__(self, seed, columns, cell_px, octaves):
        self.octaves = []
        for octave in range(octaves):
            cell = max(1, cell_px >> octave)
            position = (np.arange(columns, dtype=np.float64) + 0.5) / cell
            left = position.astype(np.int64)
            self.octaves.append((seed * 64 + octave, cell, left, smooth_step(position - left), 0.5**octave))
        self.weight_sum = sum(entry[4] for entry in self.octaves)

    def rows(self, first_row, row_count):
        """The rows [first_row, first_row + row_count) as float32."""
        total = None
        for seed, cell, left, right_weight, weight in self.octaves:
            position = (np.arange(first_row, first_row + row_count, dtype=np.float64) + 0.5) / cell
            top = position.astype(np.int64)
            lower_weight = smooth_step(position - top)[:, None]
            lattice = lattice_rows(seed, int(top[0]), int(top[-1]) + 2, int(left[-1]) + 2)
            blended = lattice[top - top[0]] * (1 - lower_weight) + lattice[top - top[0] + 1] * lower_weight
            part = np.take(blended, left, axis=1)
            step = np.take(blended[:, 1:] - blended[:, :-1], left, axis=1)
            step *= right_weight
            part += step
            part *= np.float32(weight / self.weight_sum)
            total = part if total is None else np.add(total, part, out=total)
        return total


def smooth_step(share):
    """Weight of the next lattice point at `share` of the way to it."""
    return (share * share * (3 - 2 * share)).astype(np.float32)


def lattice_rows(seed, first_row, end_row, columns):
    """Random numbers in [0, 1) at the lattice points of rows [first_row, end_row)."""
    keys = splitmix64(splitmix64(np.uint64(seed)) ^ np.arange(first_row, end_row, dtype=np.uint64))
    with np.errstate(over="ignore"):
        words = splitmix64(keys[:, None] + np.arange(columns, dtype=np.uint64)[None, :])
    return ((words >> np.uint64(40)).astype(np.float32)) * np.float32(2.0**-24)
