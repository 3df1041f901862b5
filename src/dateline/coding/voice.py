"""Who tells each event, how surely, and whether it is news: attribution, stance and background put on the drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property

from dateline.coding.attribution.denying import is_apposed
from dateline.coding.attribution.reader import AttributionReader
from dateline.coding.attribution.relation import Relation
from dateline.coding.attribution.speaking import words_of_addressees, words_of_speakers
from dateline.coding.background import is_background
from dateline.coding.draft import Draft
from dateline.coding.entities import Entities
from dateline.coding.plain_names import name_of
from dateline.coding.stance.granted import presupposed, taken_for_granted
from dateline.coding.stance.stance import stance_of
from dateline.coding.tree import Range, Tree, inside
from dateline.knowledge.attribution_words import attribution_words
from dateline.model.analysis import Analysis
from dateline.model.claim import Source, Stance
from dateline.model.report import Report


class Voices:
    """The voices of one report."""

    def __init__(self, report: Report, analysis: Analysis, entities: Entities, tree: Tree) -> None:
        self._analysis = analysis
        self._entities = entities
        self._outlet = report.outlet
        self._reader = AttributionReader(report, analysis, _naming(entities, tree))
        self.speech_words = frozenset(i for r in self._reader.relations for i in range(*r.cue))
        self.speaker_words = frozenset(words_of_speakers(self._reader.page, self._reader.relations))
        """Words that name who says so, with what the sentence tells of them."""
        self.addressees = frozenset(words_of_addressees(self._reader.page, self._reader.relations, report.outlet))
        """Words that name whom it was said to, and the outlet."""

    @cached_property
    def denials(self) -> tuple[Relation, ...]:
        """The acts of denying something."""
        return tuple(r for r in self._reader.relations if r.force == "deny")

    def sources_of(self, relation: Relation) -> tuple[Source, ...]:
        """Those who speak in an act of saying so."""
        return self._reader.sources_of(relation)

    def accusation_before(self, word: int, back: int) -> Relation | None:
        """The last accusation told before ``word``, at most ``back`` sentences before it."""
        page, verbs = self._reader.page, attribution_words().verbs
        told = [r for r in self._reader.relations if r.cue[1] <= word]
        accusing = [r for r in told if verbs.get(page.low[r.cue[0]]) in {"accuse", "blame"}]
        return next((r for r in reversed(accusing) if page.sentence_of[word] - page.sentence_of[r.cue[0]] <= back), None)

    def is_apposed(self, denial: Relation) -> bool:
        """Whether what is denied is the clause before it in the sentence."""
        return is_apposed(self._reader.page, denial)

    def takes_for_granted(self, draft: Draft) -> bool:
        """Whether the draft's words only name an event about which something is said: "broke the truce"."""
        page = self._reader.page
        return taken_for_granted(page, draft.trigger) or presupposed(page, draft.trigger)

    def says_something(self, sentence: int, but: Relation) -> bool:
        """Whether someone else than in ``but`` says something new in the sentence; "it was X" is not new."""
        page = self._reader.page
        others = [r for r in self._reader.relations if r != but and r.source and page.sentence_of[r.cue[0]] == sentence]
        return any(not {"it", "this"} & set(page.low[c[0] : c[0] + 2]) for r in others for c in r.contents)

    def read(self, draft: Draft, published: date | None) -> None:
        """Fills in the draft's chain, stance, polarity and background; participants and time must be there already."""
        chain = self._reader.chain_at(*draft.trigger)
        standing = stance_of(draft.trigger, chain, self._analysis, self._reader.page)
        draft.chain = _parties(chain.sources, draft)
        draft.stance, draft.polarity = standing.stance, standing.polarity
        draft.background = is_background(draft.trigger, draft.when, published, self._analysis, draft.status)

    def leave_out_speakers(self, draft: Draft) -> None:
        """Takes those who tell the event out of the roles that they have not in it: "residents said police fired"."""
        speakers = [r.source for r in self._reader.chain_at(*draft.trigger).relations if r.source]
        for role in ("agent", "target", "victim"):
            draft.roles[role] = [r for r in draft.roles[role] if not any(inside(r, s) or inside(s, r) for s in speakers)]

    def speakers_of(self, draft: Draft) -> frozenset[str]:
        """Names of those who tell the event, as the entities of the report have them, and the outlet's."""
        told = self._reader.chain_at(*draft.trigger).relations
        if draft.anchor in self.speaker_words:
            here = self._reader.page.sentence(draft.anchor)
            told += tuple(r for r in self._reader.relations if inside(r.cue, here))
        sources = [r.source for r in told if r.source]
        named = {e.name for s in sources for part in (s, _last_name(s)) if (e := self._entities.at(*part))}
        return frozenset(named | ({self._outlet} if self._outlet else set()))

    def own_up(self, draft: Draft) -> None:
        """Who claims responsibility for an act is its agent, as he tells it."""
        claimed = [r.source for r in self._reader.chain_at(*draft.trigger).relations if r.source and self._claims(r.cue)]
        if claimed and not draft.roles["agent"]:
            draft.roles["agent"] = claimed[:1]

    def _claims(self, cue: Range) -> bool:
        return any(self._analysis.words[i].text.lower() == "responsibility" for i in range(*cue))

    def at(self, word: int) -> tuple[tuple[Source, ...], Stance]:
        """Chain and stance of a standing fact told at ``word``."""
        chain = self._reader.chain_at(word, word + 1)
        return chain.sources, "attributed" if chain.relations else "stated"


def _last_name(source: Range) -> Range:
    """The last words of a source, where its name stands ("the mayor, Jean Kabila")."""
    return max(source[0], source[1] - 2), source[1]


def _naming(entities: Entities, tree: Tree) -> Callable[[int, int], tuple[str | None, str | None]]:
    def named(first: int, last: int) -> tuple[str | None, str | None]:
        entity = entities.at(first, last)
        return (name_of(entity, tree), entity.actor) if entity else (None, None)

    return named


def _parties(chain: tuple[Source, ...], draft: Draft) -> tuple[Source, ...]:
    """Marks the sources that themselves take part in the event."""
    actors = {p.actor for p in draft.participants if p.actor}
    names = {p.name for p in draft.participants}
    return tuple(replace(s, party=bool(s.actor in actors or (s.name and s.name in names))) for s in chain)
