"""The weights of the resolver, chosen on half of the documents of GeoWebNews, LGL and GeoVirus
(``benchmarks/geo.py``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each ground to take a candidate; they are added up and the highest sum is taken.

    ``prior`` per power of ten of inhabitants; ``alternate`` and ``key`` where only another name or the sound
        agrees;
    ``country``, ``division`` times the share of the text's places that lie there; ``near`` times how near the
        other
    places are; ``hint`` for the outlet's country; ``stated`` and ``comma`` where the text says "in Y" and "X,
    Y";
    ``outside`` where it says "in Y" and the candidate does not lie there; ``kind`` for the word of type.
    """

    prior: float = 0.55
    alternate: float = -0.9
    key: float = -3.0
    unlike: float = -8.0
    country: float = 1.8
    division: float = 0.54
    near: float = 3.0
    near_km: float = 180.0
    hint: float = 1.5
    stated: float = 5.0
    comma: float = 4.0
    outside: float = -4.0
    kind: float = 3.0
    site: float = 2.0
    state: float = 1.5
    region: float = 3.0


WEIGHTS = Weights()

LEAST_KEY_SUPPORT = 1.0
"""A place that only sounds like the name is taken if the text's own grounds for it come to this many points.
"""

LEAST_LIKENESS = 0.86
"""A place that only sounds like the name, and less than this, is taken only where the text says what it lies in: a village that
no list holds would else be moved to the next town with the same consonants.
"""

CLOSE_KM = 30.0
"""This near to another place of the text, a place that sounds somewhat like the name is taken for it."""

SHORTEST_ALIKE = 5
"""Letters below which a name is taken for no place that only sounds like it: too many do."""

LEAST_SUPPORT = 0.4
"""A small place with fewer points than this from the text's own grounds lies nowhere that the text speaks of.
"""

KNOWN_ANYWHERE = 5.0
"""Places of this importance (100,000 inhabitants, divisions, regions) are taken without any grounds."""
