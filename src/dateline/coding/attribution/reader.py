"""The chain of those who vouch for a stretch of words: the outlet, whom it quotes, whom they quote."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.attribution.cues import relations
from dateline.coding.attribution.denying import parted
from dateline.coding.attribution.merge import continued, merged
from dateline.coding.attribution.naming import NameOf, Naming, Speaker
from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.parallel import sides
from dateline.coding.attribution.quotes import quotes
from dateline.coding.attribution.relation import Relation
from dateline.coding.stance.granted import presupposed
from dateline.knowledge.attribution_words import attribution_words
from dateline.model.analysis import Analysis
from dateline.model.claim import Source
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class Chain:
    """``sources`` outermost first, the outlet at level 0; ``relations`` the acts of saying so behind
    them, outermost first.

    ``innermost`` are the sources of the last level: those who vouch for the words themselves.
    """

    sources: tuple[Source, ...]
    relations: tuple[Relation, ...]

    @property
    def innermost(self) -> tuple[Source, ...]:
        """The sources at the deepest level; the outlet where nobody is quoted."""
        deepest = max(s.level for s in self.sources)
        return tuple(s for s in self.sources if s.level == deepest)

    @property
    def forces(self) -> tuple[str, ...]:
        """What each act of saying so does to its content, outermost first."""
        return tuple(r.force for r in self.relations)


class AttributionReader:
    """Reads all attributions of one report once; then tells the chain of any words."""

    def __init__(self, report: Report, analysis: Analysis, name_of: NameOf) -> None:
        """``name_of`` gives the neutral name and the registry id of the noun phrase in a range of words,
        where it knows them."""
        self._outlet = Source(0, report.outlet, "outlet")
        self._analysis = analysis
        self.page = Page(analysis)
        quotations = quotes(self.page)
        found = merged(self.page, relations(self.page, quotations))
        found = parted(self.page, continued(self.page, quotations, found))
        naming = Naming(self.page, name_of, report.outlet)
        self._speakers: dict[Range, tuple[Speaker, ...]] = {}
        relied_on = {r.source for r in found if r.link == "inner"}
        for source in sorted({r.source for r in found if r.source}):
            parts = sides(self.page, source)
            self._speakers[source] = tuple(naming.speaker(part, relied_on=source in relied_on) for part in parts)
        self.relations: tuple[Relation, ...] = tuple(sorted(found, key=lambda r: r.cue))

    def chain_at(self, first: int, last: int) -> Chain:
        """Who vouches for the event whose trigger is words ``first`` to ``last`` (exclusive)."""
        covering = [r for r in self.relations if r.covers((first, last))]
        if presupposed(self.page, (first, last)):
            covering = [r for r in covering if r.direct or not self._wills(r)]
        ordered = self._nested(covering)
        sources = [self._outlet]
        kept: list[Relation] = []
        level = 0
        previous = -1
        for depth, relation in ordered:
            own = self._own(relation)
            if own is not None:
                sources += own
                continue
            kept.append(relation)
            speaking = self._sources(relation, level + (depth != previous))
            if self._same_voice(relation, speaking, sources) or self._told_already(speaking, sources):
                continue
            level += depth != previous
            previous = depth
            sources += speaking
        return Chain(tuple(sources), tuple(kept))

    def _wills(self, relation: Relation) -> bool:
        """An order, a wish or an accusation, whose content may name acts that it does not tell: "free those taken in May"."""
        accusing = attribution_words().verbs.get(self.page.low[relation.cue[0]]) in {"accuse", "blame"}
        return relation.force in {"intend", "fear"} or accusing

    def sources_of(self, relation: Relation) -> tuple[Source, ...]:
        """Those who speak in ``relation``, by themselves."""
        return tuple(self._sources(relation, 1))

    def _same_voice(self, relation: Relation, speaking: list[Source], sources: list[Source]) -> bool:
        """ "He said he feared …", "the police said it had opened …": a pronoun for whoever is speaking
        already."""
        if relation.source is None or relation.source[1] - relation.source[0] != 1 or len(sources) < 2:
            return False
        pronoun = self.page.low[relation.source[0]] in {"he", "she", "it", "they", "i", "we"}
        outer = sources[-1]
        return pronoun and speaking[0].level > outer.level and speaking[0].name == outer.name

    def _told_already(self, speaking: list[Source], sources: list[Source]) -> bool:
        """ "The group said in a statement posted on its channel": one voice, told by two cues."""
        named = {(s.name, s.kind) for s in sources[1:] if s.name}
        return all((s.name, s.kind) in named for s in speaking)

    def _nested(self, covering: list[Relation]) -> list[tuple[int, Relation]]:
        """Relations with the number of others that they are inside of, outermost first."""

        def depth(r: Relation) -> int:
            return sum(1 for o in covering if o is not r and self._outside(o, r, covering))

        return sorted(((depth(r), r) for r in covering), key=lambda d: (d[0], d[1].cue))

    def _outside(self, outer: Relation, inner: Relation, covering: list[Relation]) -> bool:
        if inner.link == "inner" and outer.link != "inner":
            return self._same_sentence(outer, inner) or outer.encloses(inner)
        if outer.link == "outer" and inner.link == "plain":
            return self._same_sentence(outer, inner)
        if (outer.link == "inner" and inner.link == "plain") or (
            inner.link == "outer" and outer.link == "plain"
        ):
            return False
        return outer.encloses(inner) and not inner.encloses(outer)

    def _same_sentence(self, a: Relation, b: Relation) -> bool:
        return self.page.sentence(a.cue[0]) == self.page.sentence(b.cue[0])

    def _own(self, relation: Relation) -> list[Source] | None:
        """The outlet's own people stand beside it at level 0; "we" adds nothing. ``None`` for everybody
        else."""
        speakers = self._speakers.get(relation.source) if relation.source else None
        if not speakers or not speakers[0].own:
            return None
        s = speakers[0]
        return [] if s.name is None else [self._source(s, 0, relation)]

    def _sources(self, relation: Relation, level: int) -> list[Source]:
        if relation.source is None:
            return [Source(level, None, "unnamed", None, self._analysis.span(*relation.cue))]
        return [self._source(s, level, relation) for s in self._speakers[relation.source]]

    def _source(self, s: Speaker, level: int, relation: Relation) -> Source:
        return Source(
            level, s.name, s.kind, s.actor, self._analysis.span(*relation.cue), self._analysis.span(*s.words)
        )
