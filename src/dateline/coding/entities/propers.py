"""Proper names that no list holds: a person behind a title, an organisation by its words, a place."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.context import PLACE_KINDS
from dateline.coding.entities.entity import Reading, of_actor
from dateline.coding.entities.phrase import HYPHENS, Phrase, is_capital
from dateline.coding.entities.wording import Wording, unregistered
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_PLACE_PREPOSITIONS = frozenset(
    ["in", "near", "at", "to", "from", "around", "outside", "towards", "inside", "into", "through"]
)


def _one_word(kept: tuple[int, ...], wording: Wording) -> bool:
    """A title and one word behind it, particles aside ("Sultan al-Arada")."""
    return sum(is_capital(wording.words[i]) for i in kept) == 2


class ProperNames:
    """Reads capitalised names by their words, their titles and the engine's labels."""

    def __init__(self, wording: Wording) -> None:
        self.w = wording

    def read(self, phrase: Phrase) -> Reading | None:
        """The party or place that the end of the core names; ``None`` where it is no name."""
        core = phrase.core
        first_name = len(core)
        while first_name and self.w.is_name(core[first_name - 1]):
            first_name -= 1
        if first_name == len(core):
            return self._group_by_noun(phrase)
        names, before = core[first_name:], core[:first_name]
        if self.w.words[names[0]].text in HYPHENS:
            return None
        words = [self.w.low(i) for i in names]
        title_noun = self.w.low(before[-1]) if before else ""
        kept = self._with_of(names, phrase)
        while (
            len(kept) > 1
            and self.w.low(kept[1]) not in self.w.v.org_words
            and self.w.low(kept[0]).rstrip(".") in self.w.v.capital_titles
            and not (self.w.low(kept[0]) in _WORDS.also_names and _one_word(kept, self.w))
        ):
            kept = kept[1:]
        labels = [k for i in kept for k in self.w.labels[i]]
        if full := self.w.aliases.full(self.w.text(kept)):
            return unregistered(full)
        if (
            not before
            and self._speaks(names[-1])
            and (seat := self.w.context.government_in(self.w.text(kept)))
        ):
            return of_actor(seat)
        if title_noun in self.w.v.place_nouns:
            return Reading(self.w.text(kept), "thing", named=True, place=True)
        org = bool(self.w.v.org_words.intersection(words))
        titled = kept[0] != names[0]
        if not title_noun and not titled and not org and self._placed(core):
            return Reading(self.w.text(kept), "thing", named=True, place=True)
        placed = bool(PLACE_KINDS.intersection(labels)) and not {"Person", "name:PER"} <= set(labels)
        org = org and not (placed and self.w.v.org_words.intersection(words) <= _WORDS.divisions)
        if placed and not title_noun and not org and not titled:
            return Reading(self.w.text(kept), "thing", named=True, place=True)
        person = (
            titled
            or title_noun in self.w.v.titles
            or title_noun in self.w.v.leaders
            or (("Person" in labels or "name:PER" in labels) and not org)
        )
        if person and not titled and not title_noun and self.w.context.is_chief_town(self.w.text(kept)):
            return Reading(self.w.text(kept), "thing", named=True, place=True)
        if person:
            return self._person(self.w.text(kept), title_noun or self.w.low(names[0]))
        if org or title_noun in self.w.v.group_nouns or "Organisation" in labels or "name:ORG" in labels:
            found = unregistered(self.w.text(kept))
            return replace(found, armed=True) if self.w.armed_noun(title_noun) else found
        return unregistered(self.w.text(kept))

    def _with_of(self, names: tuple[int, ...], phrase: Phrase) -> tuple[int, ...]:
        """ "Front for the Liberation of X": a name that goes on behind "of"."""
        if (
            phrase.behind not in ("of", "for")
            or not phrase.rest
            or not self.w.v.org_words.intersection(self.w.low(i) for i in names)
        ):
            return names
        end = phrase.rest[0]
        while end < phrase.rest[1] and (
            is_capital(self.w.words[end])
            or self.w.low(end) in ("of", "for", "the", "and")
            or self.w.words[end].text == "-"
        ):
            end += 1
        while end > phrase.rest[0] and not is_capital(self.w.words[end - 1]):
            end -= 1
        return (*names, *range(phrase.rest[0] - 1, end)) if end > phrase.rest[0] else names

    def _group_by_noun(self, phrase: Phrase) -> Reading | None:
        """ "Druze factions", "the “Counterterrorism” units": a name, then a common noun for a group."""
        core = self.w.without_linked(phrase.core)
        noun = self.w.low(core[-1])
        start = next(
            (k for k, i in enumerate(core) if is_capital(self.w.words[i]) and self.w.is_name(i)), len(core)
        )
        unit = (
            start < len(core) - 2
            and self.w.low(core[-2]) in self.w.v.org_words
            and is_capital(self.w.words[core[-2]])
        )
        if unit and self.w.armed_noun(noun):
            return unregistered(self.w.text(core[start:-1]))
        if (
            start >= len(core) - 1
            or self.w.nouns.head([self.w.low(i) for i in core])
            or self.w.context.country(self.w.text(core[start:-1]))
            or (noun in self.w.v.place_nouns and not is_capital(self.w.words[core[-1]]))
        ):
            return None
        if (
            noun not in self.w.v.org_words
            and noun not in self.w.v.group_nouns
            and noun not in self.w.v.members
        ) or noun in self.w.v.leaders:
            return None
        return unregistered(self.w.text(core[start:]))

    def _speaks(self, i: int) -> bool:
        """Subject of a verb by which a capital stands for its government ("Moscow said")."""
        word = self.w.words[i]
        return word.deprel.startswith("nsubj") and self.w.words[word.head].lemma in self.w.v.speech

    def _placed(self, core: tuple[int, ...]) -> bool:
        """Right behind a preposition of place."""
        i = core[0] - 1
        while i >= 0 and (self.w.low(i) in self.w.v.articles or self.w.words[i].upos == "ADJ"):
            i -= 1
        return i >= 0 and self.w.low(i) in _PLACE_PREPOSITIONS

    def _person(self, name: str, title: str) -> Reading:
        noun = self.w.noun(title)
        armed = bool(noun and noun.armed) or title in _WORDS.ranks
        civilian = bool(noun and noun.type == "Civilians" and noun.noun not in self.w.v.unsure)
        full = self.w.aliases.full(name) or name
        return Reading(full, "person", None, noun.type if noun else None, armed, civilian, True)
