"""Standing facts: who belongs to, backs, leads or controls whom, other names, shares, what lies where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.coding.noun_phrases import is_mark
from dateline.coding.relations.aliases import find_aliases
from dateline.coding.relations.appositions import find_apposed
from dateline.coding.relations.compounds import find_compounds, find_possessed
from dateline.coding.relations.leaders import find_leaders
from dateline.coding.relations.linking import find_linked
from dateline.coding.relations.naming import name, spelled
from dateline.coding.relations.places import find_located, find_strongholds
from dateline.coding.relations.reading import Link, NameOf, Range, Reading
from dateline.coding.relations.shares import find_shares
from dateline.knowledge.names import normalise
from dateline.model.analysis import Analysis
from dateline.model.claim import Source, Stance
from dateline.model.record import Relation

AttributionOf = Callable[[int], tuple[tuple[Source, ...], Stance]]
_FINDERS: tuple[Callable[[Reading], Iterator[Link]], ...] = (
    find_linked, find_apposed, find_compounds, find_possessed, find_aliases, find_leaders, find_located,
    find_strongholds, find_shares,
)  # fmt: skip


def find_relations(
    analysis: Analysis, name_of: NameOf, attribution_of: AttributionOf
) -> tuple[Relation, ...]:
    """The standing facts that the report tells, in text order, each once.

    ``name_of`` takes a range of words (end exclusive) and gives the neutral name of what it denotes, or
    ``None``: then the words themselves are the name, without determiner, quotation marks and label.
    ``attribution_of`` takes the index of the word that tells the fact. The evidence reaches from the first
    to the last word of subject and object. ``value`` is
    a share in 0–1 with ``>``, ``<``, ``>=``, ``<=`` or ``~`` before it where the text gives a bound.
    """
    reading = Reading(analysis, name_of)
    links = [link for find in _FINDERS for link in find(reading)]
    found: dict[tuple[str, str, str], Relation] = {}
    for link in sorted(links, key=lambda k: (k.at, k.subject, k.object)):
        relation = _relation(reading, link, attribution_of)
        if relation:
            found.setdefault(
                (normalise(relation.subject), relation.predicate, normalise(relation.object)), relation
            )
    return tuple(found.values())


def _relation(reading: Reading, link: Link, attribution_of: AttributionOf) -> Relation | None:
    subject = (
        name(reading, link.subject) if link.shared is None else _sharing(reading, link.subject, link.shared)
    )
    target = spelled(reading, link.object) if link.spelled else name(reading, link.object)
    if link.predicate == "alias_of" and subject and target and normalise(subject) == normalise(target):
        subject = spelled(reading, link.subject)
    if not subject or not target or normalise(subject) == normalise(target):
        return None
    chain, stance = attribution_of(link.at)
    first, last = _evidence(reading, link)
    return Relation(
        subject, link.predicate, target, link.value, reading.analysis.span(first, last), chain, stance
    )


def _evidence(reading: Reading, link: Link) -> Range:
    """From the first to the last word of both phrases, with the marks and brackets around them."""
    at = (link.at,) if link.predicate in {"leads", "member_of", "controls"} else ()
    first = min(link.subject[0], link.object[0], *at)
    last = max(link.subject[1], link.object[1], *(i + 1 for i in at))
    begin, stop = reading.sentence(first)
    if first > begin and is_mark(reading.words[first - 1]):
        first -= 1
    while last < stop and (is_mark(reading.words[last]) or reading.words[last].text == ")"):
        last += 1
    return first, last


def _sharing(reading: Reading, part: Range, noun: int) -> str | None:
    """The name of one of several subjects with one noun: "Dinka tribe" of "the Dinka and Nuer tribes"."""
    return reading.name_of(*part) or f"{spelled(reading, part)} {reading.words[noun].lemma}"


__all__ = ["AttributionOf", "find_relations"]
