"""What a phrase without a name of its own points back to: owners, our side, groups, offices, armies."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.entity import Reading, of_actor
from dateline.coding.entities.known import Known
from dateline.coding.entities.memory import Memory
from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import Phrase, read_phrase
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()


class Pointing:
    """Resolves phrases of one report against the parties ``met`` so far, by their head words."""

    def __init__(self, namer: Namer, memory: Memory, met: dict[int, Known]) -> None:
        self._namer = namer
        self._memory = memory
        self._met = met

    def back(self, phrase: Phrase, reading: Reading) -> Known | None:
        """The party met earlier that a reading without a name points back to."""
        if reading.named or (reading.kind == "person" and not reading.pointing):
            return None
        noun, v = reading.noun, self._namer.w.v
        ours = phrase.possessive is not None and self._namer.w.low(phrase.possessive) in ("our", "my")
        if ours:
            return self._our_side(reading)
        if (phrase.possessive is not None or phrase.owner) and (
            noun in v.members or noun in v.equipment or noun in v.weaponry
        ):
            owner = self._owner(phrase)
            if owner and (army := self._army_of(owner, noun)):
                return army
            if owner and owner.reading.kind in ("group", "state"):
                fighting = self._namer.w.armed_noun(noun) and not owner.reading.armed and owner.reading.kind == "group"
                return (self._fighting(owner, phrase) if fighting else None) or owner
            if owner and owner.reading.kind == "person" and (led := self._memory.followers(phrase.core[0])):
                return led
        entry = self._namer.w.noun(" ".join(self._namer.w.low(i) for i in phrase.core))
        if entry and entry.branch:
            known = self._memory.state(
                entry.branch, phrase.core[0], definite=phrase.definite or not reading.actor
            )
            visitors = phrase.definite and noun in ("soldiers", "troops", "forces")
            return known or (self._memory.foreign_force(phrase.core[0]) if visitors else None)
        alone = len(phrase.core) == 1 or all(
            self._namer.w.low(i) in v.loaded_modifiers for i in phrase.core[:-1]
        )
        if phrase.definite and alone and noun in v.group_nouns:
            return self._memory.group(noun, phrase.core[0])
        if entry and entry.loaded and (labelled := self._memory.labelled(noun, phrase.core[0])):
            return labelled
        if alone and not phrase.definite and not phrase.article and noun in _WORDS.of_a_group:
            return self._memory.only_group(phrase.core[0])
        if phrase.definite and alone and reading.kind in ("person", "people"):
            return self._person(noun, phrase.core[0])
        return None

    def _army_of(self, owner: Known, noun: str) -> Known | None:
        """"The defence ministry said its forces": those whom a ministry commands are the army."""
        words, context = owner.reading.name.lower().split(), self._namer.w.context
        ministry = not {"ministry", "department"}.isdisjoint(words) and not {"defence", "defense"}.isdisjoint(words)
        if not ministry or not self._namer.w.armed_noun(noun):
            return None
        actor = context.actors.by_id(owner.reading.actor or "")
        army = context.actors.by_id(f"military-{((actor and actor.country) or context.main or '').lower()}")
        return self._memory.named(of_actor(army)) if army else None

    def _fighting(self, owner: Known, phrase: Phrase) -> Known | None:
        return self._memory.beside(owner, phrase.core[0], self._namer.w.context.outlet)

    def _our_side(self, reading: Reading) -> Known | None:
        own, noun, v = self._namer.w.context.own, reading.noun, self._namer.w.v
        forces = reading.armed or noun in v.members or noun in v.equipment
        if forces and own:
            return self._memory.named(of_actor(own))
        return (
            self._memory.named(Reading(reading.name, "group", armed=True))
            if (reading.armed and reading.kind == "state") or noun == "forces"
            else None
        )

    def _person(self, noun: str, position: int) -> Known | None:
        return next(
            (k for k in self._memory.nearest(position) if noun in k.nouns and k.reading.kind in ("person", "people")),
            None,
        )

    def _owner(self, phrase: Phrase) -> Known | None:
        if phrase.possessive is not None:
            return self._met.get(phrase.possessive)
        if phrase.owner:
            inner = read_phrase(self._namer.w.words, *phrase.owner)
            return self._met.get(inner.head) if inner else None
        return None

    def with_owner(self, phrase: Phrase, reading: Reading) -> Reading:
        """ "the army's spokesman" is named with whose he is; for others the owner is left out."""
        owner = self._owner(phrase)
        if phrase.owner and not reading.named and reading.kind in ("thing", "group"):
            words = [i for i in range(*phrase.owner) if self._namer.w.low(i) not in self._namer.w.v.articles]
            return replace(reading, name=self._namer.w.text((*words, phrase.owner[1], *phrase.core)))
        if (
            reading.named
            or not owner
            or reading.noun not in self._namer.w.v.leaders
            or owner.reading.kind not in ("group", "state")
        ):
            return reading
        possessive = (
            "'s" if owner.reading.name == self._namer.w.context.bare_country(owner.reading.actor) else ""
        )
        return replace(
            reading, name=f"{owner.reading.name}{possessive} {reading.name}", kind="person", armed=False
        )

    def ours(self, i: int) -> Known | None:
        """ "we" is the outlet, where the outlet is a party itself; nobody otherwise."""
        outlet = self._namer.w.context.outlet
        if not outlet or self._namer.w.low(i) not in ("we", "us", "our", "ours") or self._quoted(i):
            return None
        own = self._namer.w.context.own
        known = self._memory.named(of_actor(own) if own else Reading(outlet, "group", named=True))
        known.add((i, i + 1), "", self._namer.w.words[i].deprel.startswith("nsubj"))
        return known

    def _quoted(self, i: int) -> bool:
        """Inside quotation marks of its paragraph."""
        paragraph = self._namer.w.sentence(i).paragraph
        k, marks = i - 1, 0
        while k >= 0 and self._namer.w.sentence(k).paragraph == paragraph:
            marks += self._namer.w.words[k].text in ('"', "“", "”", "«", "»")
            k -= 1
        return marks % 2 == 1
