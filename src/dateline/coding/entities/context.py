"""What a whole report says about where it plays: the countries it names, the one it is about, whose voice it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from dateline.coding.entities.phrase import is_capital
from dateline.coding.entities.sides import enemy_forces, outlet_actor, own_forces
from dateline.knowledge.actors import Actor, ActorRegistry, derive_actor, load_demonyms
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.knowledge.names import normalise, written_as_acronym
from dateline.model.analysis import Analysis, Word
from dateline.model.report import Report

PLACE_KINDS = frozenset({"Location", "name:LOC"})
_MOST_PLACES = 12
_MOST_VOTES = 2
"""How often one word for a country counts, lest a side that is named all the time seem the place."""
_NAME_WEIGHT, _ADJECTIVE_WEIGHT, _ACTOR_WEIGHT = 2, 1, 2
_CLEAR_LEAD = 1.4
"""A country leads clearly when it has this many times the votes of the next."""


class Context:
    """Look-ups in the light of one report; answers are kept for the time of the report."""

    def __init__(self, report: Report, analysis: Analysis, actors: ActorRegistry) -> None:
        self.actors = actors
        self.outlet = report.outlet
        speaker = outlet_actor(report, actors)
        votes = _votes(analysis, actors)
        if speaker and speaker.country:
            votes[speaker.country] += _NAME_WEIGHT
        self.countries = tuple(votes)
        self.main = _leader(votes)
        self.own = own_forces(speaker, self.main, analysis, actors)
        self.enemy = enemy_forces(self.own, report, actors)
        self._found: dict[str, Actor | None] = {}
        self._derived: dict[tuple[str, bool], Actor | None] = {}

    def find(self, name: str) -> Actor | None:
        """The registry's actor of this name in the countries of the report."""
        if name not in self._found:
            self._found[name] = self.actors.find(name, self.countries)
        return self._found[name]

    def derive(self, phrase: str, *, at_home: bool = False) -> Actor | None:
        """The actor that a country and a noun name; ``at_home`` lends the report's main country to a noun without one."""
        key = phrase, at_home
        if key not in self._derived:
            countries = ((self.main,) if self.main else ()) if at_home else self.countries
            found = derive_actor(phrase, countries, self.actors) if at_home or _has_country(phrase) else None
            self._derived[key] = found
        return self._derived[key]

    def country(self, name: str) -> str | None:
        """ISO code of a country's name or adjective."""
        demonyms = load_demonyms()
        found = demonyms.named(name, self.countries) or demonyms.of_adjective(name, self.countries)
        return found.iso if found else None

    def country_name(self, name: str) -> str | None:
        """ISO code of a country's name alone."""
        found = load_demonyms().named(name, self.countries)
        return found.iso if found else None


def _leader(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    clear = len(ranked) == 1 or len(ranked) == 2 and ranked[0][1] >= _CLEAR_LEAD * ranked[1][1]
    return ranked[0][0] if clear else None


def _has_country(phrase: str) -> bool:
    return any(c.isupper() for c in phrase)


def _votes(analysis: Analysis, actors: ActorRegistry) -> Counter[str]:
    votes: Counter[str] = Counter()
    covered: set[int] = set()
    demonyms = load_demonyms()
    named: set[str] = set()
    said: Counter[str] = Counter()
    for first, last in _capital_runs(analysis.words):
        for start in range(first, last):
            if start in covered:
                continue
            for end in range(min(last, start + 5), start, -1):
                name = analysis.text[analysis.words[start].start : analysis.words[end - 1].end]
                country, weight = demonyms.named(name), _NAME_WEIGHT
                adjective = demonyms.of_adjective(name) or demonyms.of_people(name)
                if adjective:
                    country, weight = adjective, _ADJECTIVE_WEIGHT
                actor = actors.find(name) if not country and (end > start + 1 or written_as_acronym(name)) else None
                if actor and actor.country:
                    votes[actor.country] += _ACTOR_WEIGHT * (actor.id not in named)
                    named.add(actor.id)
                    covered.update(range(start, end))
                    break
                if country:
                    said[name] += 1
                    votes[country.iso] += weight * (said[name] <= _MOST_VOTES)
                    covered.update(range(start, end))
                    break
    if not _leader(votes):
        for name in _places(analysis, covered):
            for country, weight in _of_place(name):
                votes[country] += weight
    return votes


@lru_cache(maxsize=8192)
def _of_place(name: str) -> tuple[tuple[str, int], ...]:
    """The country of a place's name, with two votes where no other has a place of that name."""
    exact = [c.country for c in load_gazetteer().candidates(name, 4) if c.match == "exact" and c.country]
    return ((exact[0], _NAME_WEIGHT if len(set(exact)) == 1 else _ADJECTIVE_WEIGHT),) if exact else ()


def _capital_runs(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    first = None
    for i, word in enumerate(words):
        inside = is_capital(word) or first is not None and word.text.lower() in ("of", "the", "and")
        if inside and first is None:
            first = i
        elif not inside and first is not None:
            yield first, i
            first = None
    if first is not None:
        yield first, len(words)


def _places(analysis: Analysis, covered: set[int]) -> list[str]:
    names: dict[str, str] = {}
    found = [*analysis.toponyms, *(m for m in analysis.mentions if m.kind in PLACE_KINDS)]
    for mention in found:
        if covered.isdisjoint(range(mention.first, mention.last)):
            name = analysis.text[analysis.words[mention.first].start : analysis.words[mention.last - 1].end]
            names.setdefault(normalise(name), name)
    return list(names.values())[:_MOST_PLACES]
