"""A range for the difference of two medians: the bootstrap, drawn from order statistics."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from math import cos, exp, log, pi, sqrt
from random import Random

import msgspec

RESAMPLES = 2000
"""How often it is drawn anew (Efron and Tibshirani 1993, section 13.3: at least 1,000 for a percentile range)."""

_SEED = 1979
"""Fixed, so that the same log always gives the same figure."""

_LOW, _HIGH = 0.025, 0.975
"""The range holds the middle 95 % of the differences."""


class Spread(msgspec.Struct, frozen=True):
    """The ends of a range."""

    low: float
    high: float


@lru_cache(maxsize=256)
def median_difference(one: Sequence[float], other: Sequence[float]) -> Spread:
    """Return the bootstrap's 95 % percentile range for median(one) - median(other); each sorted, with a value at least.

    B. Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1-26,
    doi:10.1214/aos/1176344552. Both groups are drawn anew, each from itself with replacement.
    """
    first, second = _medians(one, _draws(0)), _medians(other, _draws(1))
    differences = sorted(a - b for a, b in zip(first, second, strict=True))
    return Spread(quantile(differences, _LOW), quantile(differences, _HIGH))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which that share of the sorted values lies, between two of them in proportion.

    R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, American Statistician 50, 361-365,
    doi:10.1080/00031305.1996.10473566: their definition 7, which numpy takes too.
    """
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


_Draw = tuple[float, float, float, float]
"""The logarithm of a uniform number, the cosine of a uniform angle, a uniform number, the logarithm of another."""


@cache
def _draws(stream: int) -> list[_Draw]:
    """Return the random numbers of one group; all groups of a stream share them."""
    return list(islice(_stream(Random(_SEED + stream)), RESAMPLES))  # noqa: S311  # nothing secret is drawn


def _stream(random: Random) -> Iterator[_Draw]:
    while True:
        yield (
            log(1 - random.random()),
            cos(2 * pi * random.random()),
            random.random(),
            log(1 - random.random()),
        )


def _medians(ordered: Sequence[float], draws: Sequence[_Draw]) -> list[float]:
    """Return the median of each resample of the sorted values.

    A resample picks n places at random; its median is where the middle one of n uniform numbers falls, so only that
    one is drawn, in time that does not grow with n. The middle one of an odd number m of them has the distribution
    beta((m+1)/2, (m+1)/2), which is (1 + sqrt(1 - u^(2/m)) cos(2 pi v)) / 2 with uniform u and v: G. Ulrich (1984),
    Computer generation of distributions on the m-sphere, Applied Statistics 33, 158-163, doi:10.2307/2347441.
    """
    n = len(ordered)
    odd = n - 1 + n % 2
    centres = [(1 + sqrt(1 - exp(2 * radius / odd)) * angle) / 2 for radius, angle, _, _ in draws]
    if n % 2:
        return [ordered[min(n - 1, int(centre * n))] for centre in centres]
    return [_between(ordered, centre, draw) for centre, draw in zip(centres, draws, strict=True)]


def _between(ordered: Sequence[float], centre: float, draw: _Draw) -> float:
    """Return the mean of the two middle values.

    One more uniform number beside the odd ones makes them even. It falls below their centre or above it; there it is
    one of n/2 uniform numbers, the one nearest to the centre of which is the other middle one (L. Devroye 1986,
    Non-uniform random variate generation, chapter V.3: the largest of m uniform numbers is u^(1/m)).
    """
    n = len(ordered)
    _, _, added, log_u = draw
    nearest = exp(log_u / (n // 2))
    beside = centre * nearest if added < centre else 1 - (1 - centre) * nearest
    last = n - 1
    return (ordered[min(last, int(centre * n))] + ordered[min(last, int(beside * n))]) / 2
