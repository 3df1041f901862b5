"""Whose word a claim rests on in the end: the innermost named source, an outlet's own staff, an agency behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.incidents.announcing import ANNOUNCES, body_spoken_for, name_behind
from dateline.incidents.folding import folded
from dateline.knowledge.actors import load_actors
from dateline.knowledge.outlets import Outlet, load_outlets
from dateline.model.claim import Claim, Source
from dateline.model.report import Report
from dateline.model.span import Span

_INSTITUTIONS = frozenset(
    "ministry ministries army police military government mayor governor municipality prosecutor prosecutors administration "
    "navy hospital rescue service council command staff brigade division court embassy presidency parliament office "
    "union network sheriff gendarmerie coalition front movement group leadership centre center society authority "
    "authorities chief spokesman spokeswoman spokesperson commander statement".split()
)
"""Head nouns of bodies that speak with one voice, so that two reports that quote them quote the same.

Source: own list after the source types of the ACLED codebook.
"""

_ONE_OF_MANY = frozenset("leader member official source activist resident witness doctor nurse worker analyst expert".split())
"""Heads of names of persons who are not named."""

_CREDIT = re.compile(r"^.{0,80}?\(([A-Z][\w .'-]{1,40})\)\s*[-–—]", re.S)
"""The agency in brackets that opens a wire story: "KABUL (Reuters) - …"."""
_NEWS_AGENCY = re.compile(r"^(?:the )|(?: news)? agency$", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z][\w’'.-]*(?:[ -](?:of|al|the|and|de|[A-Z][\w’'.-]*))*")


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin before those of several reports are joined: ``key`` equal where it is surely the same."""

    key: str
    name: str
    actor: str | None


def named_sources(claim: Claim) -> Iterator[str]:
    """Names in the attribution chain behind the outlet, innermost first, that name someone."""
    for source in sorted(claim.attribution, key=lambda s: -s.level):
        if source.level > 0 and source.name and source.kind not in ("unnamed", "witness") and _is_named(source):
            yield source.name


def voice_of(report: Report, claim: Claim) -> Voice:
    """Whose word ``claim`` rests on.

    The innermost source that is named or an institution; where there is none (the outlet's own voice,
    "residents", "local sources"), the agency that the text is credited to, else the outlet.
    """
    for source in sorted(claim.attribution, key=lambda s: -s.level):
        if source.level > 0 and _is_named(source):
            return _spoken(report, source)
    who = announcer(claim)
    if who is None:
        return own_voice(report)
    # Of "the Houthis' health ministry" the ministry speaks, of "the Islamist group al-Shabaab" the actor.
    named = None if folded(who).split()[-1] in _INSTITUTIONS else Span(0, len(who), who)
    return _voice(Source(1, who, "organization", span=named))


def is_own(claim: Claim) -> bool:
    """Whether nobody is named behind the outlet for ``claim``."""
    return not any(source.level > 0 and _is_named(source) for source in claim.attribution) and announcer(claim) is None


def announcer(claim: Claim) -> str | None:
    """Who gives a figure or owns to a deed in words that relay nothing: "the ministry raised the toll to six"."""
    found = ANNOUNCES.match(claim.evidence[0].text) if claim.evidence else None
    if found is None:
        return None
    office, _, name = found["who"].rpartition(", ")
    who = name if office and name[:1].isupper() else found["who"]
    return who if _is_named(Source(1, who, "official")) else None


def has_observers(claim: Claim) -> bool:
    """Whether the outlet rests on witnesses or sources of its own ("residents told …")."""
    inner = [s for s in claim.attribution if s.level > 0]
    return bool(inner) and is_own(claim) and any(s.name and s.kind in ("witness", "unnamed") for s in inner)


def own_voice(report: Report) -> Voice:
    """The outlet, or the agency that its text is credited to."""
    credit = _CREDIT.match(report.text)
    agency = load_outlets().find(credit[1]) if credit else None
    outlet = agency if agency is not None else _outlet(report.outlet or report.url)
    if outlet is not None:
        return Voice(f"outlet:{folded(outlet.name)}", outlet.name, outlet.actor)
    name = report.outlet or report.title or report.ref
    actor = _actor_in(name)
    return Voice(f"actor:{actor}", actor_name(actor), actor) if actor else Voice(f"outlet:{folded(name)}", name, None)


def _is_named(source: Source) -> bool:
    if not source.name or source.kind in ("unnamed", "social media", "document"):
        return False
    words = folded(source.name).split()
    if words and words[-1] in _ONE_OF_MANY and not any(map(str.isupper, source.name)):
        return False
    if source.actor or load_outlets().find(source.name) or _actor_in(source.name):
        return True
    capitals = any(map(str.isupper, source.name))
    # An official without a name is one of many; a ministry or a police force speaks with one voice.
    institution = source.kind in ("official", "organization") and bool(_INSTITUTIONS.intersection(words))
    return (capitals and source.kind != "witness") or institution or (capitals and len(words) > 1)


def _spoken(report: Report, source: Source) -> Voice:
    """The body whose spokesperson ``source`` is; the person whose office alone was read; else the source itself."""
    body = body_spoken_for(report.text, source)
    if body is not None:
        return _voice(Source(source.level, body, "organization", source.actor))
    name = name_behind(report.text, source)
    return _voice(source) if name is None else Voice(f"name:{folded(name)}", name, source.actor)


def _voice(source: Source) -> Voice:
    assert source.name is not None
    outlet = load_outlets().find(source.name) or load_outlets().find(_NEWS_AGENCY.sub("", source.name))
    if outlet is not None:
        return Voice(f"outlet:{folded(outlet.name)}", outlet.name, outlet.actor)
    body = source.kind in ("official", "organization")
    actor = source.actor or _actor_in(source.name) or (_actor_of(source) if body else None)
    if actor and (body or _actor_in(source.name)):
        return Voice(f"actor:{actor}", actor_name(actor), actor)
    return Voice(f"name:{folded(source.name)}", source.name, actor)


def _actor_of(source: Source) -> str | None:
    """The actor that a source's words name: "the media centre of the SDF"."""
    words = source.span.text if source.span else ""
    return next((actor for m in _CAPITALISED.finditer(words) if (actor := _actor_in(m[0]))), None)


@lru_cache(maxsize=20_000)
def _actor_in(name: str) -> str | None:
    found = load_actors().find(name)
    return found.id if found else None


def actor_name(actor: str | None) -> str:
    """The registry's name for an actor id, the id itself where it has none."""
    found = load_actors().by_id(actor) if actor else None
    return found.name if found else (actor or "")


def _outlet(name: str | None) -> Outlet | None:
    return load_outlets().find(name) if name else None
