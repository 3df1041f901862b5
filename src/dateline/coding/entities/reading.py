"""Who the words of a report are about, once its phrases are settled."""

from __future__ import annotations

from dateline.coding.entities import conjuncts
from dateline.coding.entities.aliases import read_aliases
from dateline.coding.entities.context import Context
from dateline.coding.entities.coreference import Coreference
from dateline.coding.entities.entity import Entity, of_actor
from dateline.coding.entities.known import Known
from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import HYPHENS, Phrase, read_phrase
from dateline.coding.entities.wording import Wording
from dateline.coding.tree import Range, Tree
from dateline.knowledge.actors import ActorRegistry
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.analysis import Analysis
from dateline.model.report import Report


class Entities:
    """Who the noun phrases of one report are about."""

    def __init__(self, namer: Namer, tree: Tree) -> None:
        self._namer = namer
        self._words = namer.w.words
        self._met = Coreference(namer, tree)
        self._seen: dict[Range, Known | None] = {}

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
                self._met.memory.rivals(phrase.first)
                if phrase.head not in self._met.by_word or not self._met.by_word[phrase.head].reading.named
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
                self._met.by_word.get(lone)
                if self._namer.w.low(lone) in self._namer.w.v.pronouns
                else self._met.pointing.ours(lone)
            )
        phrase = read_phrase(self._words, first, last)
        if longer := self._longer(phrase, last):
            return longer
        if phrase is None:
            return None
        met = self._met.by_word.get(phrase.head)
        return met if met and self._met.starts.get(phrase.head, first) >= first else self._met.settle(phrase)

    def _longer(self, phrase: Phrase | None, last: int) -> Known | None:
        """The party of the phrase that a range cut short begins ("Two" of "Two SDF fighters")."""
        head = self._met.whole.get(phrase.head if phrase else last - 1)
        known = self._met.by_word.get(head) if head is not None and head >= last else None
        if not known or head is None or known.reading.kind == "thing" or self._before_link(last):
            return None
        own = self._namer.read(phrase) if phrase else None
        if phrase and own and not own.actor and self._met.starts.get(head) == phrase.first:
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


def read_entities(
    report: Report, analysis: Analysis, tree: Tree, actors: ActorRegistry, gazetteer: Gazetteer
) -> Entities:
    """Who is who in ``report``; names are looked up in ``actors`` and ``gazetteer``."""
    context = Context(report, analysis, actors, gazetteer)
    return Entities(Namer(Wording(analysis, context, read_aliases(analysis))), tree)
