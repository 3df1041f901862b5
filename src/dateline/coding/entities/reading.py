"""Goes through a report once, phrase by phrase, and settles who each of them means."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities import conjuncts
from dateline.coding.entities.aliases import read_aliases
from dateline.coding.entities.context import Context
from dateline.coding.entities.entity import Entity, of_actor
from dateline.coding.entities.memory import Known, Memory
from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import HYPHENS, Phrase, is_capital, read_phrase
from dateline.coding.entities.pointing import Pointing
from dateline.coding.entities.wording import Wording
from dateline.coding.tree import Range, Tree
from dateline.knowledge.actors import ActorRegistry
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.analysis import Analysis
from dateline.model.report import Report

_NOT_APPOSING = frozenset(["and", "or", "including", "namely", "notably", "such", "as"])
"""Between two phrases they say that the second is another, or one of many."""


class Entities:
    """Who the noun phrases of one report are about."""

    def __init__(self, namer: Namer, tree: Tree) -> None:
        self._namer = namer
        self._tree = tree
        self._words = namer.w.words
        self._memory = Memory(tree)
        self._by_word: dict[int, Known] = {}
        self._starts: dict[int, int] = {}
        self._whole: dict[int, int] = {}
        self._pointing = Pointing(namer, self._memory, self._by_word)
        self._seen: dict[Range, Known | None] = {}
        for sentence in tree.analysis.sentences:
            self._sentence(sentence.first, sentence.last)

    @property
    def home(self) -> str | None:
        """ISO code of the country that the report is about, where one clearly leads."""
        return self._namer.w.context.main

    def at(self, first: int, last: int) -> Entity | None:
        """Who words ``first`` to ``last`` (exclusive) are about; ``None`` where they name nobody."""
        first, last = max(first, 0), min(last, len(self._words))
        if (first, last) not in self._seen:
            self._seen[first, last] = self._find(first, last)
        known = self._seen[first, last]
        return known.entity() if known else None

    def lows(self, first: int, last: int) -> list[str]:
        """The words of a range in lower case."""
        return [self._namer.w.low(i) for i in range(first, last)]

    def forces_of(self, entity: Entity) -> Entity:
        """The armed forces of the state whose government ``entity`` is; ``entity`` itself where none are known."""
        country = (entity.actor or "").removeprefix("government-")
        army = self._namer.w.context.actors.by_id(f"military-{country}")
        return Known(of_actor(army), list(entity.mentions)).entity() if army else entity

    def seat_of(self, entity: Entity) -> Entity:
        """The government that sits in the capital that ``entity`` is; ``entity`` itself where it is none."""
        seat = self._namer.w.context.government_in(entity.name) if entity.place else None
        return Known(of_actor(seat), list(entity.mentions)).entity() if seat else entity

    def split(self, first: int, last: int) -> list[Range]:
        """The conjuncts of a phrase in text order. "The two sides" gives where these were last named."""
        parts = conjuncts.split(self._namer, first, last)
        if len(parts) > 1:
            return parts
        phrase = read_phrase(self._words, first, last)
        if phrase and len(phrase.core) == 1 and self._both(phrase):
            rivals = (
                self._memory.rivals(phrase.first)
                if phrase.head not in self._by_word or not self._by_word[phrase.head].reading.named
                else []
            )
            named = [m for k in rivals if (m := k.before(phrase.first))]
            return named or parts
        return parts

    def _both(self, phrase: Phrase) -> bool:
        """ "the two sides", "both groups", "the groups": two that were named before."""
        noun = self._namer.w.low(phrase.head)
        if phrase.behind == "of":
            return False
        told = {self._namer.w.low(i) for i in range(max(0, phrase.first - 3), phrase.first)}
        return (noun in ("sides", "parties", "groups", "factions") and bool(told & {"two", "both"})) or (
            noun == "groups" and phrase.definite
        )

    def _find(self, first: int, last: int) -> Known | None:
        if first >= last:
            return None
        lone = self._lone_pronoun(first, last)
        if lone is not None:
            return (
                self._by_word.get(lone)
                if self._namer.w.low(lone) in self._namer.w.v.pronouns
                else self._pointing.ours(lone)
            )
        phrase = read_phrase(self._words, first, last)
        if longer := self._longer(phrase, last):
            return longer
        if phrase is None:
            return None
        met = self._by_word.get(phrase.head)
        return met if met and self._starts.get(phrase.head, first) >= first else self._settle(phrase)

    def _longer(self, phrase: Phrase | None, last: int) -> Known | None:
        """The party of the phrase that a range cut short begins ("Two" of "Two SDF fighters")."""
        head = self._whole.get(phrase.head if phrase else last - 1)
        known = self._by_word.get(head) if head is not None and head >= last else None
        if not known or head is None or known.reading.kind == "thing" or self._before_link(last):
            return None
        own = self._namer.read(phrase) if phrase else None
        if phrase and own and not own.actor and self._starts.get(head) == phrase.first:
            return known
        return (
            known
            if own is None
            or own.kind == "thing"
            or (known.reading.actor and not own.actor and own.kind == "group")
            else None
        )

    def _before_link(self, i: int) -> bool:
        """Where "-backed" or "-led" follows, the words before are another party."""
        hyphen = i + 1 < len(self._words) and self._words[i].text in HYPHENS
        return hyphen and self._namer.w.low(i + 1) in self._namer.w.v.hyphen_links

    def _lone_pronoun(self, first: int, last: int) -> int | None:
        """The pronoun that a range consists of, prepositions and counts aside ("of them", "all of us")."""
        v = self._namer.w.v
        kept = [
            i
            for i in range(first, last)
            if self._namer.w.low(i) not in v.prepositions and self._words[i].upos != "PUNCT"
        ]
        kept = [
            i
            for i in kept
            if self._namer.w.low(i) not in v.counts and not self._namer.w.low(i).isdigit()
            and self._namer.w.low(i) not in ("all", "some", "none", "most")
        ] or kept
        if len(kept) == 1 and self._words[kept[0]].text not in ("US", "IT") and (
            self._namer.w.low(kept[0]) in v.pronouns or self._namer.w.low(kept[0]) in v.not_pronouns
        ):
            return kept[0]
        return None

    def _sentence(self, first: int, last: int) -> None:
        i, before = first, None
        while i < last:
            low = self._namer.w.low(i)
            alone = i + 1 >= last or self._words[i + 1].upos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
            if low in self._namer.w.v.pronouns and (low not in self._namer.w.v.articles or alone):
                self._pronoun(i)
                if low not in self._namer.w.v.possessives:
                    i += 1
                    continue
            if not self._opens(i, last):
                i += 1
                continue
            phrase = read_phrase(self._words, i, last)
            if phrase is None or phrase.head < i:
                i += 1
                continue
            for k in range(phrase.owner[1] if phrase.owner else i, phrase.head):
                self._whole[k] = phrase.head
            self._phrase(phrase, before)
            before = phrase
            i = phrase.head + 1

    def _opens(self, i: int, last: int) -> bool:
        word = self._words[i]
        v = self._namer.w.v
        if (
            word.upos in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM")
            or self._namer.w.low(i) in v.articles
            or self._namer.w.low(i) in v.possessives
        ):
            return self._namer.w.low(i) not in v.prepositions and self._namer.w.low(i) not in v.breakers
        if is_capital(word) and word.upos != "PRON" and word.upos not in ("ADP", "SCONJ", "CCONJ", "AUX"):
            return True
        following = self._words[i + 1].upos if i + 1 < last else ""
        before = self._words[i - 1].upos if i else ""
        return (
            word.upos == "VERB"
            and word.text.endswith(("ed", "en"))
            and following in ("NOUN", "PROPN")
            and before in ("DET", "NUM", "ADJ")
        )

    def _pronoun(self, i: int) -> None:
        low = self._namer.w.low(i)
        how = self._namer.w.v.pronouns.get(low)
        known = self._memory.pronoun(i, how, object_form=self._object(i, low)) if how else None
        if known:
            known.add((i, i + 1), "", self._subject(i))
            self._by_word[i] = known

    def _object(self, i: int, low: str) -> bool:
        return low in ("them", "him") or (
            low in ("it", "her") and i > 0 and self._words[i - 1].upos in ("VERB", "ADP")
        )

    def _phrase(self, phrase: Phrase, before: Phrase | None) -> None:
        if phrase.possessive is not None and phrase.possessive not in self._by_word:
            self._pronoun(phrase.possessive)
        if phrase.owner:
            inner = read_phrase(self._words, *phrase.owner)
            whole = self._namer.read(phrase)
            if inner and inner.head not in self._by_word and not (whole and whole.named and whole.actor):
                self._phrase(inner, None)
        known = self._so_called(phrase, before) or self._apposed(phrase, before) or self._in_office(phrase, before)
        known = known or self._settle(phrase)
        if known:
            self._starts[phrase.head] = phrase.first
            self._by_word[phrase.head] = known
        if known is None or not known.reading.named:
            self._modifier(phrase)

    def _modifier(self, phrase: Phrase) -> None:
        """The group in "a Hezbollah depot" and "ELN camps" is mentioned there too."""
        if not is_capital(self._words[phrase.core[0]]):
            return
        for end in range(len(phrase.core) - 1, 0, -1):
            owner = self._namer.known(self._namer.w.text(phrase.core[:end]))
            if owner and owner.kind == "group":
                known = self._memory.named(owner)
                known.add((phrase.core[0], phrase.core[end - 1] + 1), "", False)
                self._by_word.setdefault(phrase.core[end - 1], known)
                return

    def _subject(self, i: int) -> bool:
        """Subject of its clause, in "thousands of protesters" as well."""
        word, v = self._words[i], self._namer.w.v
        if word.deprel == "conj":
            word = self._words[word.head]
        if word.deprel == "nmod" and self._namer.w.low(word.head) in v.counters:
            word = self._words[word.head]
        return word.deprel.startswith("nsubj")

    def _settle(self, phrase: Phrase) -> Known | None:
        """The party of a phrase, now among those met, with this mention."""
        reading = self._namer.read(phrase)
        if reading is None:
            return None
        known = self._pointing.back(phrase, reading)
        if not known and reading.noun in self._namer.w.v.weaponry and not reading.named:
            return None
        known = known or self._memory.named(self._pointing.with_owner(phrase, reading))
        known.add((phrase.first, phrase.last), reading.noun, self._subject(phrase.head))
        return known

    def _apposed(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """ "Boko Haram, a jihadist group" and "their leader, Abu X": one party told twice."""
        if (
            not before
            or self._words[before.last].text != ","
            or before.behind != ","
            or phrase.first - before.last > 3
            or any(self._separates(i) for i in range(before.last, phrase.first))
        ):
            return None
        earlier = self._by_word.get(before.head)
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
                    known.add(mention, old.noun, self._subject(before.head))
                    self._by_word[before.head] = known
            return known
        return None

    def _so_called(self, phrase: Phrase, before: Phrase | None) -> Known | None:
        """ "X militiamen known as Y": those told by a noun bear the name that the registry knows."""
        earlier = self._by_word.get(before.head) if before else None
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
        linked = office is not None and self._namer.w.low(office + 1) in ("for", "of") and office in self._by_word
        if office is None or not linked or self._namer.w.low(office) not in self._namer.w.v.leaders:
            return None
        named, holder = self._namer.read(phrase), self._by_word[office]
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


def read_entities(
    report: Report, analysis: Analysis, tree: Tree, actors: ActorRegistry, gazetteer: Gazetteer
) -> Entities:
    """Who is who in ``report``; names are looked up in ``actors`` and ``gazetteer``."""
    context = Context(report, analysis, actors, gazetteer)
    return Entities(Namer(Wording(analysis, context, read_aliases(analysis))), tree)
