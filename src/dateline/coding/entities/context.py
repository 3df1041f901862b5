"""What a whole report says of where it plays and whose voice it is, with look-ups in that light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from dateline.coding.entities.phrase import is_capital
from dateline.coding.entities.sides import enemy_forces, outlet_actor, own_forces
from dateline.knowledge.actors import Actor, ActorRegistry, derive_actor, load_demonyms
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.names import normalise, written_as_acronym
from dateline.knowledge.naming_words import naming_words
from dateline.model.analysis import Analysis, Word
from dateline.model.report import Report

_WORDS = naming_words()

PLACE_KINDS = frozenset({"Location", "name:LOC"})
_MOST_PLACES = 12
_LONGEST_PLACE = 6
_BEFORE_PLACES = frozenset(["in", "near", "at", "from", "towards", "outside"])
_MOST_VOTES = 2
"""How often one word for a country counts, lest a side that is named all the time seem the place."""
_NAME_WEIGHT, _ADJECTIVE_WEIGHT = 2, 1
_LEAST_SHARE = 0.25
"""Countries with less than this share of the leader's votes are taken for chance likenesses of names."""

_FEW = 3
"""An actor known in more countries than this says nothing of where a report plays."""

_PLACE_WORDS = frozenset(["state", "delta", "river"])
"""After a country's name they make it another place ("Niger State")."""

_LEAST_VOTES = 3
"""Fewer votes do not make a country the one that a report is about."""

_CLEAR_LEAD = 1.4
"""A country leads clearly when it has this many times the votes of the next."""


class Context:
    """Look-ups in the light of one report; answers are kept for the time of the report."""

    def __init__(self, report: Report, analysis: Analysis, actors: ActorRegistry, gazetteer: Gazetteer) -> None:
        self.actors = actors
        self._gazetteer = gazetteer
        self.outlet = report.outlet
        speaker = outlet_actor(report, actors)
        votes = _votes(analysis, actors, gazetteer)
        if speaker and speaker.country:
            votes[speaker.country] += _NAME_WEIGHT
        most = max(votes.values(), default=0)
        self.countries = tuple(c for c, n in votes.items() if n >= _LEAST_SHARE * most)
        self.main = _leader(votes) if max(votes.values(), default=0) >= _LEAST_VOTES else None
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
        """The actor that a country and a noun name; ``at_home`` lends a noun the report's main country."""
        key = phrase, at_home
        if key not in self._derived:
            countries = ((self.main,) if self.main else ()) if at_home else self.countries
            found = derive_actor(phrase, countries, self.actors) if at_home or _has_country(phrase) else None
            self._derived[key] = found
        return self._derived[key]

    def government_in(self, city: str) -> Actor | None:
        """The government that sits in a capital."""
        found = self._gazetteer.candidates(city, 1)
        country = found[0].country if found and found[0].match == "exact" and found[0].feature == "PPLC" else None
        return self.actors.by_id(f"government-{country.lower()}") if country else None

    def is_chief_town(self, name: str) -> bool:
        """Whether a country's capital, a first-order division or its capital has this very name."""
        return " " not in name and any(
            c.match == "exact" and c.feature in ("PPLC", "PPLA", "ADM1") for c in self._gazetteer.candidates(name, 4)
        )

    def country(self, name: str) -> str | None:
        """ISO code of a country's name or adjective."""
        demonyms = load_demonyms()
        found = demonyms.named(name, self.countries) or demonyms.of_adjective(name, self.countries)
        return found.iso if found else None

    def bare_country(self, actor: str | None) -> str | None:
        """The country's name for the id of a government."""
        found = (
            load_demonyms().by_iso(actor.removeprefix("government-").upper())
            if actor and actor.startswith("government-")
            else None
        )
        return found.name if found else None

    def country_name(self, name: str) -> str | None:
        """ISO code of a country's name alone."""
        found = load_demonyms().named(name, self.countries)
        return found.iso if found else None


def _leader(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= _CLEAR_LEAD * ranked[1][1])
    return ranked[0][0] if clear else None


def _has_country(phrase: str) -> bool:
    return any(c.isupper() for c in phrase)


def _votes(analysis: Analysis, actors: ActorRegistry, gazetteer: Gazetteer) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name in _places(analysis):
        for country, weight in _of_place(name, gazetteer):
            votes[country] += weight
    said: Counter[str] = Counter()
    for first, last in _capital_runs(analysis.words):
        start = first
        while start < last:
            end, name, countries, weight = _named_at(analysis, start, last, tuple(votes), actors)
            said[name] += 1
            if said[name] <= _MOST_VOTES:
                for country in countries:
                    votes[country] += weight
            start = end
    return votes


def _named_at(
    analysis: Analysis, start: int, last: int, countries: tuple[str, ...], actors: ActorRegistry
) -> tuple[int, str, tuple[str, ...], int]:
    """The longest name from ``start`` on that says a country: its end, the name, countries, their votes."""
    words, demonyms, name = analysis.words, load_demonyms(), ""
    for end in range(min(last, start + 5), start, -1):
        name = analysis.text[words[start].start : words[end - 1].end]
        adjective = demonyms.of_adjective(name, countries) or demonyms.of_people(name, countries)
        if adjective:
            return end, name, (adjective.iso,), _ADJECTIVE_WEIGHT
        country = demonyms.named(name)
        if country and not (end < last and words[end].text.lower() in _PLACE_WORDS) and not _of_water(words, start):
            return end, name, (country.iso,), _NAME_WEIGHT
        if not country and (end > start + 1 or written_as_acronym(name)) and (actor := actors.find(name)):
            countries = tuple(sorted(actor.countries)) if len(actor.countries) <= _FEW else ()
            return end, actor.id, countries, _NAME_WEIGHT if len(countries) == 1 else _ADJECTIVE_WEIGHT
    return start + 1, name, (), 0


def _of_place(name: str, gazetteer: Gazetteer) -> tuple[tuple[str, int], ...]:
    """The country of a place's name, with two votes where no other has a place of that name."""
    exact = [c.country for c in gazetteer.candidates(name, 4) if c.match == "exact" and c.country]
    return ((exact[0], _NAME_WEIGHT if len(set(exact)) == 1 else _ADJECTIVE_WEIGHT),) if exact else ()


def _of_water(words: tuple[Word, ...], start: int) -> bool:
    """"Lake Chad", "Gulf of Guinea": the country's name is part of that of a water, which others share."""
    k = start - 2 if start > 1 and words[start - 1].text.lower() == "of" else start - 1
    return k >= 0 and words[k].text.lower() in _WORDS.waters


def _capital_runs(
    words: tuple[Word, ...], within: Collection[str] = ("of", "the", "and", "'s", "’s")
) -> Iterator[tuple[int, int]]:
    first = None
    for i, word in enumerate(words):
        inside = is_capital(word) or (first is not None and (word.text.lower() in within or _bound(words, i)))
        if first is not None and (
            not inside or words[i - 1].text in ".!?:" or word.start > words[i - 1].end + 1
        ):
            yield first, i
            first = None
        if (
            inside
            and first is None
            and is_capital(word)
            and word.text.lower() not in naming_words().prepositions
        ):
            first = i
    if first is not None:
        yield first, len(words)


def _bound(words: tuple[Word, ...], i: int) -> bool:
    """A hyphen inside a name, or a small word between two ("Port-au-Prince")."""
    hyphen, last = words[i].text == "-", len(words) - 1
    return (hyphen and i < last and words[i - 1].end == words[i].start) or (
        0 < i < last and words[i - 1].text == "-" == words[i + 1].text
    )


def _places(analysis: Analysis) -> list[str]:
    names: dict[str, str] = {}
    words = analysis.words
    labelled = {i for m in analysis.toponyms for i in range(m.first, m.last)}
    labelled |= {i for m in analysis.mentions if m.kind in PLACE_KINDS for i in range(m.first, m.last)}
    for first, last in _capital_runs(words, ()):
        placed = (first and words[first - 1].text.lower() in _BEFORE_PLACES) or not labelled.isdisjoint(
            range(first, last)
        )
        name = analysis.text[words[first].start : words[last - 1].end]
        placed = placed and name.lower() not in naming_words().nobody
        if placed and last - first <= _LONGEST_PLACE and not load_demonyms().named(name):
            names.setdefault(normalise(name), name)
    return list(names.values())[:_MOST_PLACES]
