"""Which of the names in a report are of private persons, and what they may be called instead.

Public are officials, spokespersons and commanders, by how the report itself names them (kind of source, a title
before or after the name, "leads" among its relations), and whoever names an actor of the registry. Everyone else who
is named is private, authors included. When in doubt a name is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.actors import load_actors
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.actors.nouns import load_actor_nouns
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.names import normalise
from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.release.persons import person_words
from dateline.model.claim import Participant, Source
from dateline.model.record import Record
from dateline.model.span import Span

_WORDS = person_words()

_CAPITAL = r"[A-ZÀ-ÞŚŞŠŽĐČĆİ][\w’'`-]*"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:al|el|bin|ibn|abu|um|de|da|van|von)[\s-])?{_CAPITAL})+"
_BODIES = frozenset({"organization", "media", "outlet", "document"})
_AGE = re.compile(rf"({_NAME}),\s+(?:aged\s+)?\d{{1,2}}\b")
_FORCES = re.compile(r"\s+(?:forces|militias?|regime|army|government|loyalists|gangs?|administration|fighters)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as a report writes it, whether it is public, and a role to call the person by."""

    name: str
    public: bool
    role: str


def named_persons(record: Record, seen: Sequence[Span]) -> Iterator[Named]:
    """Everyone whom ``record`` names; ``seen`` are the spans of persons' names that the engine sees in its text."""
    report = record.report
    if report.author:
        yield Named(report.author, False, "the author")
    leaders = {normalise(r.subject) for r in record.relations if r.predicate == "leads"}
    for name, role, public in _told(record):
        yield Named(name, public or normalise(name) in leaders or _known(name), role)
    for start, name in _in_text(record, seen):
        if not _no_person(name, record):
            public = normalise(name) in leaders or _known(name) or _holds_office(report.text, start, start + len(name))
            yield Named(name, public, _role_before(report.text, start) or "a person")


def parts(name: str) -> tuple[str, ...]:
    """The words of a name by which alone the person may be called."""
    return tuple(word for word in re.findall(r"[\w’'`-]+", name) if len(word) > 2 and word.lower() not in _WORDS.particles)


def _told(record: Record) -> Iterator[tuple[str, str, bool]]:
    """Sources and participants of the claims, and sources of relations: name, role, whether public."""
    sources: list[Source] = [s for c in record.claims for s in c.attribution]
    sources += [s for r in record.relations for s in r.attribution]
    for source in sources:
        name = _proper(source.name or "")
        if not name or source.kind in ("outlet", "media", "organization", "document") or _no_person(name, record):
            continue
        if source.kind == "official" and len(name.split()) < 2 and not _of_span(source.span, name):
            continue
        yield name, _role(source.span, name, "a witness" if source.kind == "witness" else "a person"), source.kind == "official"
    for participant in (p for c in record.claims for p in c.participants if p.actor is None):
        name = _proper(participant.name)
        if len(name.split()) > 1 and _may_be_person(participant) and not _no_person(name, record):
            span = participant.mentions[0] if participant.mentions else None
            yield name, _role(span, name, _unnamed(participant)), False


def _may_be_person(participant: Participant) -> bool:
    return participant.actor_type in (None, "Civilians") and participant.role in ("target", "victim", "agent", "ally")


def _unnamed(participant: Participant) -> str:
    return "a civilian" if participant.actor_type == "Civilians" else "a person"


def _proper(name: str) -> str:
    """The capitalised words at the end of ``name``, without titles and roles: "farmer Modu Bukar" gives the two last."""
    words = name.split()
    known = attribution_words()
    kept: list[str] = []
    for word in reversed(words):
        plain = word.strip(",.").lower()
        if not (word[:1].isupper() or (plain.split("-")[0] in _WORDS.particles and kept)):
            break
        if plain in known.roles or plain in known.titles or plain in known.kinds:
            break
        kept.insert(0, word.strip(","))
    while kept and kept[0].lower() in _WORDS.particles and not kept[0][:1].isupper():
        kept.pop(0)
    return " ".join(kept)


def _in_text(record: Record, seen: Iterable[Span]) -> Iterator[tuple[int, str]]:
    text = record.report.text
    for span in seen:
        if name := _proper(span.text):
            yield span.start + max(0, span.text.find(name)), name
    for match in _AGE.finditer(text):
        if name := _proper(match[1]):
            yield match.start(1) + match[1].find(name), name
    for match in _roles_pattern().finditer(text):
        if name := _proper(match[1]):
            yield match.start(1) + match[1].find(name), name


@cache
def _roles_pattern() -> re.Pattern[str]:
    """A word for a bystander and a name behind it: "resident Modu Bukar"."""
    words = sorted((w for w, kind in attribution_words().kinds.items() if kind == "witness"), key=len, reverse=True)
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, words))})\s+({_NAME})")


def _no_person(name: str, record: Record) -> bool:
    """Whether it is surely something else: a place of the record, a people, an actor, an outlet, a body by its noun."""
    key = normalise(name)
    places = {normalise(text) for c in record.claims for p in c.places for text in (p.text, p.name, p.admin1) if text}
    bodies = {normalise(s.name) for c in record.claims for s in c.attribution if s.name and s.kind in _BODIES}
    bodies |= {normalise(p.name) for c in record.claims for p in c.participants if p.actor}
    words = key.split()
    if any(f" {key} " in f" {body} " for body in bodies):
        return True
    if not words or key in places or load_outlets().find(name) is not None:
        return True
    demonyms = load_demonyms()
    if demonyms.named(key) or demonyms.of_adjective(key) or demonyms.of_adjective(words[0]):
        return True
    actor = load_actors().find(name)
    nouns = load_actor_nouns()
    kinds = {word for word, kind in attribution_words().kinds.items() if kind not in ("witness", "person")}
    noun = any(nouns.find(word) or word in kinds for word in (words[0], words[-1]))
    return noun or (actor is not None and actor.type not in ("Political Militias",) and len(words) > 1)


@cache
def _called_after() -> frozenset[str]:
    """Names of persons by whom the registry calls their forces: "Haftar's forces"."""
    called = (text for actor in load_actors() for text in (*actor.aliases, *actor.labels, *actor.context_aliases))
    return frozenset(_FORCES.sub("", key) for text in called if _FORCES.search(key := normalise(text)))


def _known(name: str) -> bool:
    return load_actors().find(name) is not None or normalise(name) in _called_after()


def _holds_office(text: str, start: int, end: int) -> bool:
    """A title right before the name ("Defence Minister X", "Gen. X"), or right behind it ("X, the governor of …")."""
    # "Gen." ends no sentence.
    sentence = re.split(r"(?<=\w{4})[.!?]\s|\n", text[max(0, start - 50) : start])[-1]
    before = re.findall(r"[\w-]+", sentence)[-2:]
    glued = not re.search(r"[,;:]\s*$", text[max(0, start - 2) : start])
    if glued and _WORDS.public_offices.intersection(word.lower() for word in before):
        return True
    behind = re.match(r",\s+(?:the|a|an|its|their|who is the)?\s*((?:[\w’'-]+\s+){0,4}?)([\w-]+)", text[end : end + 70])
    told = re.findall(r"[\w-]+", behind[0].lower()) if behind else []
    return any(word in _WORDS.public_offices for word in told[:5])


def _role_before(text: str, start: int) -> str | None:
    words = re.findall(r"[\w-]+", text[max(0, start - 30) : start])[-1:]
    known = attribution_words().kinds.get(words[0].lower()) if words else None
    return _with_article(words[0].lower()) if known in ("witness", "person") else None


def _role(span: Span | None, name: str, otherwise: str) -> str:
    if span is None or name not in span.text:
        return otherwise
    words = span.text.partition(name)[0].strip(" ,").split()
    return _with_article(words[-1].lower()) if words and words[-1].islower() else otherwise


def _with_article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _of_span(span: Span | None, name: str) -> bool:
    return span is not None and name in span.text
