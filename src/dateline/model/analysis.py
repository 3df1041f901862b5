"""What the language step finds in a report before anything is coded. Word indices are report-wide; ends are exclusive."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from dateline.model.quantities import Quantity
from dateline.model.span import Span
from dateline.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Word:
    """One token. ``head`` is the index of its syntactic head, itself for a root; tags follow Universal Dependencies."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``first`` to ``last`` (exclusive), characters ``start`` to ``end``; ``paragraph`` counts from 0."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a thing of some ``kind``, words ``first`` to ``last`` (exclusive), with the model's probability."""

    first: int
    last: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Argument:
    """PropBank role of a stretch of words: ``A0`` … ``A5``, ``AM-LOC``, ``AM-TMP`` …"""

    role: str
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says that something happens, with its arguments."""

    index: int
    score: float
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a conflict event.

    ``sub_type`` is one of the codebook's; ``status`` is ``news``, ``intended``, ``denied``, ``possible`` or ``background``;
    ``arguments`` have the roles ``agent``, ``target``, ``victim``, ``place``, ``time``, ``weapon``, ``toll``. ``plover`` is the
    most likely PLOVER type.
    """

    first: int
    last: int
    sub_type: str
    score: float
    status: str
    status_score: float
    arguments: tuple[Argument, ...]
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of ``content`` words with the source and cue it hangs on (word ranges, ends exclusive)."""

    content: tuple[int, int]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the engine found. ``factuality[i]`` is −3…+3 for word ``i`` read as an event (UDS-IH2 scale); ``conflict[k]``
    are the log-odds that sentence ``k`` tells of an event of armed or political conflict.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    toponyms: tuple[Mention, ...] = ()
    factuality: tuple[float, ...] = ()
    conflict: tuple[float, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    sentence_of: tuple[int, ...] = field(default=(), repr=False)

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """The range of words that the characters ``start`` to ``end`` touch; an empty range where there are none."""
        first = bisect_left(self.words, start + 1, key=lambda w: w.end)
        last = bisect_left(self.words, end, key=lambda w: w.start)
        return first, max(first, last)

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to word ``last`` (exclusive)."""
        return Span.of(self.text, self.words[first].start, self.words[last - 1].end)
