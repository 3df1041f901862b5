"""The count that one claim gives of one kind of toll, and when two counts exclude one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.incidents.folding import folded
from dateline.knowledge.incident_words import incident_words
from dateline.knowledge.time_words import time_words
from dateline.model.claim import Claim, Toll

_WORDS = incident_words()

_RISES = re.compile(r"\b(?:ris\w+|rose|climb\w+|up from|increas\w+|now|updated|revised|succumb\w+|later died)\b", re.I)
_FURTHER = re.compile(r"\b(?:another|additional|further|others)\b|(?<!or )\bmore\b(?! than)", re.I)
"""Words by which a count comes on top of one told before."""
_BESIDES = re.compile(r"\bothers\b", re.I)
"""Of those who were hurt: beside the dead, and all who were."""

_ORDINAL = re.compile(r"\ba (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.I)
_CORRECTS = re.compile(
    r"\b(?:rais|revis|correct|updat|lower|reduc|increas)\w*\b(?:\s+(?:on\s+\w+|downwards?|upwards?),?)?\s+"
    r"(?:its|the|their|his|her)\s+(?:\w+\s+){0,2}(?:toll|figure|count|number)\b"
    r"|\b(?:toll|number|count)\b.{0,120}?\s(?:risen|rose|climbed|gone up|increased|grown)\s+(?:from \d+ )?to\b"
    r"|\bbr(?:ing|ought)\w*\s.{0,60}?\b(?:of|from|in)\s+(?:the\s+|\w+day['’]s\s+)(?:[\w-]+\s+){0,3}"
    r"(?:attack|strike|airstrike|raid|ambush|bombing|blast|explosion|shelling|massacre|assault|shooting|crash)\b",
    re.I | re.S,
)
"""Words by which the toll of one event is given anew: its whole, not a sum with other events. "Brings the toll to" is not
among them, which often sums up a war, unless it is the toll "of Monday's raid". Source: own list."""

_SEVERAL = re.compile(
    r"\b(?:separate|unrelated|different|various)\s+(?:\w+\s+)?{0}\b|\bin\s+shootings\b|\bin\s+(?:two|three|four|five|six|seven|eight|nine|"
    r"ten|several|multiple|\d+)\s+(?:\w+\s+)?{0}\b".format("(?:attacks|shootings|incidents|killings|murders|bombings|raids|ambushes)"),
    re.I,
)
"""Words by which a bulletin counts over several events. Not "strikes" or "blasts", of which one attack may have several.
Source: own list."""

_DEAD = r"\s+(?:were\s+|was\s+)?(?:killed|dead|slain)\b"

_NUMBER = re.compile(r"\d|\b(?:two|both|couple|pair|several|few|multiple|least|more)\b", re.I)
_SLACK = 0.25
"""Share by which "about N" may miss the count: round numbers of a few dozen are told to the ten."""


@dataclass(frozen=True, slots=True)
class Count:
    """``low``, ``best``, ``high`` as told; ``who`` for a count of some only (soldiers), ``None`` for all."""

    low: int | None
    best: int | None
    high: int | None
    approx: bool
    unit: str
    who: str | None
    rises: bool = False

    @classmethod
    def of(cls, toll: Toll) -> Count:
        """The count of one toll."""
        ordinal = _ORDINAL.search(toll.text)
        if ordinal is not None and toll.best == 1:
            # "A third soldier has died": three in all.
            number = time_words().ordinal_days[ordinal[1].casefold()]
            toll = replace(toll, low=number, best=number, high=number)
        elif toll.best is not None and _comes_on_top(toll):
            # Those that were found later are not all: there are at least so many.
            toll = replace(toll, low=toll.best, best=None, high=None)
        who = (toll.who or "").strip()
        who = "" if _WORDS.everyone.intersection(who.casefold().split()) else who
        return cls(toll.low, toll.best, toll.high, toll.approx, toll.unit, who or None, bool(_RISES.search(toll.text)))

    @property
    def is_of_some(self) -> bool:
        """Whether it counts by age or sex, or those who attacked: never all that an attack hit."""
        return bool(self.who and _WORDS.some_of_them.intersection(re.findall(r"\w+", self.who.casefold())))

    @property
    def is_of_one(self) -> bool:
        """Whether it is one person told of by sex, age or kin, of whom nobody says that there were no others."""
        return self.best == 1 and self.who is not None and bool(_WORDS.one_person.keys() & folded(self.who).split())

    @property
    def is_of_all(self) -> bool:
        """Whether nothing in it says that it leaves others out."""
        return not (self.is_of_some or self.is_of_one)

    @property
    def is_of_civilians(self) -> bool:
        """Whether it counts people who do not fight."""
        return self.who is not None and not self.is_of_some and bool(_WORDS.civilians.intersection(self.who.casefold().split()))

    @property
    def is_whole(self) -> bool:
        """Whether it counts all, not some kind of people only."""
        return self.who is None

    @property
    def least(self) -> int | None:
        """The lowest number it allows for, a little below "about N"."""
        if self.low is None and self.best is not None and not self.approx:
            return self.best
        return self.low if self.low is not None else self.best

    @property
    def most(self) -> int | None:
        """The highest number it allows for, ``None`` where it is open."""
        return self.high


def together(counts: Sequence[Count]) -> Count | None:
    """At least how many persons single ones told apart are: a man and a woman two; ``None`` where they may be one."""
    told = [word for c in counts if c.is_of_one for word in folded(c.who or "").split()]
    kinds = {_WORDS.one_person[word] for word in told if word in _WORDS.one_person} - {""}
    return Count(len(kinds), None, None, False, "persons", None) if len(kinds) > 1 else None


def sums_up(toll: Toll, words: str) -> bool:
    """Whether a toll counts other events as well ("since Sunday"); ``words`` are those of its claim."""
    return toll.cumulative and _CORRECTS.search(words) is None


def is_bulletin(words: str) -> bool:
    """Whether the words count over several events: "four were killed in two separate attacks"."""
    return _SEVERAL.search(words) is not None


def is_corrected(words: str) -> bool:
    """Whether the words give a toll anew."""
    return _CORRECTS.search(words) is not None


def count_of(kind: str, tolls: Sequence[Toll], words: str = "") -> Count | None:
    """What a claim says of ``kind`` as a whole: its largest count of all, or the sum of those it names apart
    ("two soldiers and a civilian"); ``None`` where it says nothing. ``words`` are those of the claim."""
    counts = [Count.of(t) for t in tolls if t.kind == kind and t.part_of is None and not sums_up(t, words) and not is_vague(t)]
    if not counts:
        return None
    counts = [replace(c, rises=c.rises or is_corrected(words)) for c in counts]
    whole = [c for c in counts if c.is_whole]
    if whole:
        return max(whole, key=lambda c: (c.least or 0, c.most or 0))
    apart = {(c.who or "").casefold(): c for c in counts if c.unit == counts[0].unit}
    if len(apart) == 1:
        return next(iter(apart.values()))
    return Count(
        _sum([c.low for c in apart.values()]), _sum([c.best for c in apart.values()]), _sum([c.high for c in apart.values()]),
        any(c.approx for c in apart.values()), counts[0].unit, None, any(c.rises for c in apart.values()),
    )  # fmt: skip


def tolls_of(claim: Claim) -> tuple[Toll, ...]:
    """The tolls of a claim, "a toll of 11 civilians killed" as killed."""
    words = " ".join(span.text for span in claim.evidence)
    return tuple(
        replace(t, kind="killed") if t.kind == "casualties" and re.search(re.escape(t.text) + _DEAD, words) else t
        for t in claim.tolls
    )


def is_vague(toll: Toll) -> bool:
    """Whether it only says that there were several: "families", which is no figure to print."""
    return (toll.low, toll.best, toll.high) == (2, None, None) and _NUMBER.search(toll.text) is None


def _comes_on_top(toll: Toll) -> bool:
    """Whether the toll counts more than those told before: "two more bodies", "one of the wounded"."""
    words = toll.text if toll.kind == "killed" else _BESIDES.sub("", toll.text)
    return bool(_FURTHER.search(words) or _WORDS.of_the_hurt.intersection(folded(toll.who or "").split()))


def exclude(one: Count, other: Count) -> bool:
    """Whether both cannot be true: ranges that do not meet, of the same unit, of the same or of all people.

    A count of some (soldiers) excludes a count of all only where it is the greater.
    """
    if one.unit != other.unit:
        return False
    if one.who and other.who and not _same_people(one.who, other.who):
        return False
    if bool(one.who) != bool(other.who):
        part, whole = (one, other) if one.who else (other, one)
        return whole.most is not None and part.least is not None and part.least > whole.most
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low > other_high or other_low > high


def _same_people(one: str, other: str) -> bool:
    a, b = (set(re.findall(r"\w+", who.casefold())) for who in (one, other))
    return bool(a & b)


def _range(count: Count) -> tuple[float, float]:
    if count.approx and count.best is not None and count.low is None:
        return count.best * (1 - _SLACK), count.best * (1 + _SLACK)
    low = count.low if count.low is not None else count.best if count.best is not None and count.high is not None else 0
    return low, count.high if count.high is not None else float("inf")


def _sum(values: Sequence[int | None]) -> int | None:
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None
