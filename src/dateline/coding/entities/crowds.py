"""Common nouns for people, forces and things: "unidentified gunmen", "the army", "a grain warehouse"."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.entity import UNARMED_TYPES, Kind, Reading, of_actor
from dateline.coding.entities.phrase import HYPHENS, Phrase, is_capital, read_phrase
from dateline.coding.entities.wording import Wording
from dateline.knowledge.actors import ActorNoun
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_TARGETS = frozenset(["camp", "department"])
"""Nouns of place for what can be aimed at as such."""
_PLAIN_ENDINGS = ("ed", "ing", "al", "ry", "ous", "ern", "ior", "own", "ung", "er", "ful", "less", "my")
"""Endings of adjectives that are no names; others keep the capital that a sentence gave them."""


class CommonNouns:
    """Reads phrases without a name."""

    def __init__(self, wording: Wording) -> None:
        self.w = wording

    def read(self, phrase: Phrase) -> Reading | None:
        """Who or what the phrase tells of, by its noun; an arm of the state is the report's country's."""
        core = phrase.core
        words = [self.w.low(i) for i in core]
        found = self.w.nouns.head(words) or self._hyphened(words)
        if not found:
            return self._unit_of_state(words) or self._thing(phrase)
        start, noun = found
        if start and noun.branch and any(is_capital(self.w.words[i]) for i in core[1:]):
            return self.people(phrase, noun)
        if (
            noun.branch
            and noun.noun != "forces"
            and not (len(core) > 1 and start > 0 and self.w.is_name(core[0]))
        ):
            actor = self.w.context.derive(noun.noun, at_home=True)
            base = (
                of_actor(actor)
                if actor
                else Reading(
                    noun.neutral if noun.loaded else " ".join(words[start:]),
                    "state",
                    None,
                    noun.type,
                    noun.armed,
                )
            )
            return replace(base, named=False)
        return self.people(phrase, noun)

    def _hyphened(self, words: list[str]) -> tuple[int, ActorNoun] | None:
        """ "passers-by" is listed as one word."""
        noun = self.w.noun("".join(w for w in words if w not in HYPHENS)) if "-" in words else None
        return (0, noun) if noun else None

    def _unit_of_state(self, words: list[str]) -> Reading | None:
        """ "air defence units", "an armoured police unit": part of an arm of the state."""
        if len(words) < 2 or words[-1] not in self.w.v.members:
            return None
        found = self.w.nouns.head(words[:-1])
        if not found or not found[1].branch:
            return None
        actor = self.w.context.derive(found[1].noun, at_home=True)
        return (
            replace(of_actor(actor), named=False)
            if actor
            else Reading(" ".join(words), "state", None, "State Forces", True)
        )

    def people(self, phrase: Phrase, noun: ActorNoun | None) -> Reading:
        """ "unidentified gunmen", "Fulani herders": the phrase without its counts, ages and loaded words."""
        core = list(phrase.core)
        found = self.w.nouns.head([self.w.low(i) for i in core])
        start, noun = found or (len(core), noun)
        ages = self._ages(core)
        kept = [i for i in core[:start] if self.w.low(i) not in self.w.v.loaded_modifiers and i not in ages]
        words = [self.w.low(i) for i in kept]
        name = self._of_whom(f"{self._modifiers(kept)} {self._noun(core, start, noun)}" if found and noun else
                             self.w.text(phrase.core), phrase)
        if noun is None:
            return Reading(name.strip(), "people")
        armed = noun.armed or not self.w.v.armed_modifiers.isdisjoint(words)
        actor_type = noun.type
        if armed and not noun.armed:
            actor_type = None if "uniformed" in words else "Political Militias"
        if noun.noun == "forces" and not kept:
            actor_type = None
        civilian = noun.type in UNARMED_TYPES and noun.noun not in self.w.v.unsure and not armed
        kind: Kind = "group" if armed and self.w.low(core[-1]) in self.w.v.group_nouns else "people"
        many = self.w.low(core[-1]) == noun.plural.split()[-1].lower()
        return Reading(name.strip(), kind, None, actor_type, armed, civilian, many=many)

    def _modifiers(self, kept: list[int]) -> str:
        text = self.w.text(tuple(kept))
        plain = bool(kept) and not self.w.is_name(kept[0]) and self.w.low(kept[0]).endswith(_PLAIN_ENDINGS)
        return text[:1].lower() + text[1:] if plain else text

    def _noun(self, core: list[int], start: int, noun: ActorNoun) -> str:
        if noun.loaded:
            return noun.neutral
        if len(core) > 1 and all(is_capital(self.w.words[i]) for i in core):
            return self.w.text(tuple(core[start:]))
        if noun.armed and self.w.words[core[-1]].xpos == "NNS":
            return noun.plural
        return self.w.text(tuple(core[start:])).lower()

    def _of_whom(self, name: str, phrase: Phrase) -> str:
        """"Supporters of" a person mean little without whom they support."""
        if self.w.low(phrase.head) not in _WORDS.followers or phrase.behind != "of" or not phrase.rest:
            return name
        inner = read_phrase(self.w.words, *phrase.rest)
        return f"{name} of {self.w.text(inner.core)}" if inner else name

    def _ages(self, core: list[int]) -> frozenset[int]:
        """The words of "19-year-old"."""
        for k in range(len(core) - 4):
            if [self.w.low(i) for i in core[k + 1 : k + 5]] == ["-", "year", "-", "old"]:
                return frozenset(core[k : k + 5])
        return frozenset()

    def _thing(self, phrase: Phrase) -> Reading | None:
        kept = tuple(i for i in phrase.core if self.w.low(i) not in self.w.v.loaded_modifiers) or phrase.core
        noun = self.w.low(phrase.head)
        if not any(c.isalpha() for c in noun):
            return None
        if noun in _WORDS.crowd_numbers:
            return Reading("people", "people", None, "Civilians", civilian=True, many=True)
        name = self.w.text(kept)
        name = (
            name
            if any(is_capital(self.w.words[i]) for i in kept[1:]) or self.w.is_name(kept[0])
            else name[:1].lower() + name[1:]
        )
        if (self.w.v.place_nouns - _TARGETS).intersection((noun, noun.removesuffix("s"))):
            return Reading(name, "thing", place=True)
        if noun in self.w.v.leaders or self.w.words[phrase.head].lemma in self.w.v.leaders:
            many = self.w.words[phrase.head].xpos == "NNS"
            return Reading(name, "people" if many else "person", many=many)
        if noun in self.w.v.group_nouns or noun in self.w.v.org_words:
            return Reading(name, "group", armed=noun in self.w.v.armed_org_words)
        return Reading(name, "thing")
