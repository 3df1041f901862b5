"""What is compared of two accounts; the docstrings are what the user reads."""

from __future__ import annotations

from collections.abc import Callable

from dateline.incidents.episode import Episode
from dateline.incidents.features.actors import actors
from dateline.incidents.features.citing import citing
from dateline.incidents.features.compared import Compared
from dateline.incidents.features.kind import kind
from dateline.incidents.features.names import names
from dateline.incidents.features.place import far, place
from dateline.incidents.features.target import target
from dateline.incidents.features.toll import toll
from dateline.incidents.features.weapon import weapon
from dateline.incidents.features.when import days_between, published, same_days

Feature = Callable[[Episode, Episode], Compared]

FEATURES: dict[str, Feature] = {
    "place": place,
    "far": far,
    "same_days": same_days,
    "days_between": days_between,
    "published": published,
    "kind": kind,
    "actors": actors,
    "target": target,
    "toll": toll,
    "weapon": weapon,
    "names": names,
    "citing": citing,
}
"""All features by the name that their weight has."""

__all__ = ["FEATURES", "Compared", "Feature"]
