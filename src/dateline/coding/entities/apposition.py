"""Phrases that a comma or "known as" sets beside another: one party told twice."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.known import Known
from dateline.coding.entities.memory import Memory
from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import Phrase

_NOT_APPOSING = frozenset(["and", "or", "including", "namely", "notably", "such", "as"])
"""Between two phrases they say that the second is another, or one of many."""


class Apposition:
    """Resolves phrases of one report against the one right before, by the parties ``met`` so far by their head words."""

    def __init__(self, namer: Namer, memory: Memory, met: dict[int, Known]) -> None:
        self._namer = namer
        self._memory = memory
        self._met = met
        self._words = namer.w.words

    def of(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """The party that ``phrase`` tells a second time, right behind ``before``."""
        return self._so_called(phrase, before) or self._described(phrase, before) or self._in_office(phrase, before)

    def _described(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """ "Boko Haram, a jihadist group" and "their leader, Abu X": one party told twice."""
        if (
            not before
            or self._words[before.last].text != ","
            or before.behind != ","
            or phrase.first - before.last > 3
            or any(self._separates(i) for i in range(before.last, phrase.first))
        ):
            return None
        earlier = self._met.get(before.head)
        reading = self._namer.read(phrase)
        if not earlier or not reading or phrase.behind in ("and", "or") or self._enumerates(phrase, before):
            return None
        new, old = reading, earlier.reading
        indefinite = phrase.article and not phrase.definite and new.kind == "group"
        described = indefinite and reading.noun in self._namer.w.v.group_nouns
        if (
            old.named
            and (not new.named or described)
            and new.kind == old.kind
            and phrase.article
            and (not phrase.definite or new.kind == "group")
        ):
            if new.armed and not old.armed:
                earlier.reading = replace(old, armed=True, actor_type=old.actor_type or new.actor_type)
            earlier.add((phrase.first, phrase.last), new.noun, False)
            return earlier
        if new.named and not old.named and new.kind == "group" and old.kind == "group":
            self._memory.rename(
                earlier,
                replace(new, armed=old.armed or new.armed, actor_type=new.actor_type or old.actor_type),
            )
            earlier.add((phrase.first, phrase.last), new.noun, False)
            return earlier
        if (
            new.named
            and not old.named
            and old.kind in ("person", "people")
            and new.kind in ("person", "group")
            and not new.actor
            and not old.many
        ):
            person = replace(
                new,
                kind="person",
                armed=old.armed or new.armed,
                civilian=old.civilian,
                actor_type=old.actor_type,
            )
            known = self._memory.named(person)
            known.add((phrase.first, phrase.last), old.noun, False)
            for mention in earlier.mentions:
                if mention[0] <= before.head < mention[1]:
                    known.add(mention, old.noun, self._namer.w.is_subject(before.head))
                    self._met[before.head] = known
            return known
        return None

    def _so_called(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """ "X militiamen known as Y": those told by a noun bear the name that the registry knows."""
        earlier = self._met.get(before.head) if before else None
        between = tuple(self._namer.w.low(i) for i in range(before.last, phrase.first)) if before else ()
        if not earlier or earlier.reading.actor or between not in self._namer.w.v.known_as:
            return None
        named = self._namer.read(phrase)
        if not named or not named.actor or not (earlier.reading.armed or earlier.reading.kind == "group"):
            return None
        self._memory.rename(earlier, named)
        earlier.add((phrase.first, phrase.last), named.noun, False)
        return earlier

    def _in_office(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """ "A spokesman for X, Y": the name behind the comma is that of who holds the office, not of X."""
        if before is None or self._words[before.last].text != "," or not 1 <= phrase.first - before.last <= 3:
            return None
        reach = range(before.first - 1, max(before.first - 5, -1), -1)
        office = next((i for i in reach if self._words[i].upos == "NOUN"), None)
        linked = office is not None and self._namer.w.low(office + 1) in ("for", "of") and office in self._met
        if office is None or not linked or self._namer.w.low(office) not in self._namer.w.v.leaders:
            return None
        named, holder = self._namer.read(phrase), self._met[office]
        if not named or not named.named or named.actor or holder.reading.named or holder.reading.many:
            return None
        labels = {label for i in phrase.core for label in self._namer.w.labels[i]}
        if named.kind not in ("person", "group") or not labels & {"Person", "name:PER"}:
            return None
        self._memory.rename(holder, replace(named, kind="person", armed=holder.reading.armed))
        holder.add((phrase.first, phrase.last), named.noun, False)
        return holder

    def _separates(self, i: int) -> bool:
        """A word between two phrases by which the second is no apposition."""
        return self._words[i].upos in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") or self._namer.w.low(i) in _NOT_APPOSING

    def _enumerates(self, phrase: Phrase, before: Phrase) -> bool:
        """A comma before and a comma-and behind, in a list of three."""
        k = phrase.last
        return (
            k + 1 < len(self._words)
            and self._words[k].text == ","
            and self._namer.w.low(k + 1) in ("and", "or")
        )
