"""Whose word a claim rests on in the end: the innermost named source, an outlet's own staff, an agency behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dateline.incidents.announcing import (
    ANNOUNCES,
    accuser_of,
    body_served,
    body_spoken_for,
    is_spokesperson,
    leads_one_before,
    name_behind,
    office_of,
    speaks_for_a_group,
)
from dateline.incidents.bodies import body_of
from dateline.incidents.folding import folded
from dateline.incidents.named import CREDIT, INDEFINITE, actor_in, is_named
from dateline.knowledge.actors import derive_actor, load_actors
from dateline.knowledge.incident_words import incident_words
from dateline.knowledge.outlets import Outlet, load_outlets
from dateline.model.claim import Claim, Source
from dateline.model.report import Report
from dateline.model.span import Span

_NEWS_AGENCY = re.compile(r"^(?:the )|(?: news)? agency$", re.IGNORECASE)
_OF_ACTOR = re.compile(r"\b(?:of|for)\s+(?:the\s+)?([A-Z][\w’'.-]*(?:[ -](?:of|al|the|and|de|[A-Z][\w’'.-]*))*)")
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+", re.IGNORECASE)
_MATTER = re.compile(r"\s+of\s+(?:the\s+)?\w+(?:\s+and\s+\w+)?(?:\s+(?:in|of)\s+[A-Z][\w’'-]+)?")
_WIDENED = 60
_WORDS_OF_A_NAME = 9


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin before those of several reports are joined: ``key`` equal where it is surely the same; ``person`` where
    a person is named; ``office`` that the words name (mayor); ``body`` that the person is an official of; ``title`` all words
    for the person beside the name; ``metonym`` where a country or its capital is said to speak."""

    key: str
    name: str
    actor: str | None
    person: bool = False
    office: str = ""
    body: str = ""
    title: str = ""
    metonym: bool = False


def voice_of(report: Report, claim: Claim, told: Sequence[Claim] = (), countries: Collection[str] = ()) -> Voice:
    """Whose word ``claim`` rests on; ``told`` are the report's claims, in which "its spokesman" looks for whose, and
    ``countries`` those of the incident, one of which "the army" is of.

    The innermost source that is named or an institution; where there is none (the outlet's own voice,
    "residents", "local sources"), who accuses or announces, the agency that the text is credited to, else the outlet.
    """
    source = _named(claim)
    if source is not None:
        return _spoken(report, source, told, countries)
    accuser = accuser_of(claim)
    if accuser is not None:
        return _voice((_body_before(accuser, told) if speaks_for_a_group(accuser) else None) or accuser)
    who = announcer(claim)
    if who is None:
        return own_voice(report)
    # Of "the Houthis' health ministry" the ministry speaks, of "the Islamist group al-Shabaab" the actor.
    named = None if folded(who).split()[-1] in incident_words().institutions else Span(0, len(who), who)
    return _voice(Source(1, who, "organization", span=named))


def is_own(claim: Claim) -> bool:
    """Whether nobody is named behind the outlet for ``claim``."""
    return _named(claim) is None and accuser_of(claim) is None and announcer(claim) is None


def _named(claim: Claim) -> Source | None:
    """The innermost source that is named or an institution."""
    named = (s for s in sorted(claim.attribution, key=lambda s: -s.level) if s.level > 0 and is_named(s))
    return next(named, None)


def announcer(claim: Claim) -> str | None:
    """Who gives a figure or owns to a deed in words that relay nothing: "the ministry raised the toll to six"."""
    words = CREDIT.sub("", claim.evidence[0].text) if claim.evidence else ""
    found = ANNOUNCES.match(words)
    if found is None or INDEFINITE.match(found[0]):
        return None
    office, _, name = found["who"].rpartition(", ")
    who = name if office and name[:1].isupper() else found["who"]
    return who if is_named(Source(1, who, "official")) else None


def has_observers(claim: Claim) -> bool:
    """Whether the outlet rests on witnesses or sources of its own ("residents told …")."""
    inner = [s for s in claim.attribution if s.level > 0]
    return bool(inner) and is_own(claim) and any(s.name and s.kind in ("witness", "unnamed") for s in inner)


def own_voice(report: Report) -> Voice:
    """The outlet, or the agency that its text is credited to."""
    credit = CREDIT.match(report.text)
    agency = load_outlets().find(credit[1]) if credit else None
    outlet = agency if agency is not None else _outlet(report.outlet or report.url)
    if outlet is not None:
        return Voice(f"outlet:{folded(outlet.name)}", outlet.name, outlet.actor)
    name = report.outlet or report.title or report.ref
    actor = actor_in(name)
    return Voice(f"actor:{actor}", actor_name(actor), actor) if actor else Voice(f"outlet:{folded(name)}", name, None)


def _spoken(report: Report, source: Source, told: Sequence[Claim], countries: Collection[str]) -> Voice:
    """The body whose spokesperson ``source`` is; the person whose office alone was read; else the source itself."""
    source = _widened(report.text, source)
    body = body_spoken_for(report.text, source)
    if body is not None:
        return _voice(Source(source.level, body, "organization", source.actor or _arm_of_state(body, countries)))
    points_back = is_spokesperson(report.text, source) or leads_one_before(source)
    if points_back and (before := _body_before(source, told)) is not None:
        return _voice(before)
    office, served = office_of(source), body_served(source)
    name = name_behind(report.text, source)
    if name is not None:
        title = folded(source.name or "")
        return Voice(f"name:{folded(name)}", name, source.actor, person=True, office=office, body=served, title=title)
    voice = _voice(source)
    if voice.key.startswith("outlet:"):
        return voice
    person = bool(source.name and any(map(str.isupper, source.name))) and source.kind in ("official", "person")
    person = person and office not in folded(source.name or "") if office else person
    title = folded(source.span.text) if source.span is not None and person else ""
    return replace(voice, person=person, office=office, body=served, title=title, metonym=_is_metonym(source))


def _is_metonym(source: Source) -> bool:
    """Whether a country or a capital is said to speak: "Moscow denies"."""
    words = _ARTICLE.sub("", source.span.text) if source.span is not None else ""
    return source.actor is not None and words.isalpha() and words[:1].isupper() and source.actor.startswith("government-")


def _widened(text: str, source: Source) -> Source:
    """A ministry with the matter and the town behind it, where coding kept "the ministry" alone."""
    if source.span is None or source.actor or body_of(source.span.text) is None:
        return source
    more = _MATTER.match(text[source.span.end :][:_WIDENED])
    return replace(source, span=Span.of(text, source.span.start, source.span.end + more.end())) if more else source


def _arm_of_state(body: str, countries: Collection[str]) -> str | None:
    """The registry's actor for "army" or "air force" where one country is told of."""
    if actor_in(body):
        return None
    found = derive_actor(body, countries)
    return found.id if found is not None and found.type == "State Forces" and load_actors().by_id(found.id) else None


def _body_before(source: Source, told: Sequence[Claim]) -> Source | None:
    """The last body that spoke before ``source`` does, whose spokesman "its spokesman" is; of "the group" the last one
    that took part."""
    if source.span is None:
        return None
    if speaks_for_a_group(source):
        people = [(m.end, p) for c in told for p in c.participants if _is_group(p.actor) for m in p.mentions]
        acted = [(end, Source(1, p.name, "organization", p.actor)) for end, p in people]
        return _last(acted, source.span.start)
    if leads_one_before(source):
        named = [(m.end, p) for c in told for p in c.participants if len(p.name.split()) > 1 for m in p.mentions]
        acted = [(end, Source(1, p.name, "organization", p.actor)) for end, p in named if p.name[0].isupper()]
        return _last(acted, source.span.start)
    spoke = [s for c in told for s in c.attribution if s.level > 0 and s.kind in ("official", "organization")]
    return _last([(s.span.end, s) for s in spoke if s.span and is_named(s) and not is_spokesperson("", s)], source.span.start)


def _is_group(actor: str | None) -> bool:
    found = load_actors().by_id(actor) if actor else None
    return found is not None and found.type != "State Forces"


def _last(ends: Sequence[tuple[int, Source]], start: int) -> Source | None:
    before = [(end, source) for end, source in ends if end <= start]
    return max(before, key=lambda item: item[0])[1] if before else None


def _full_name(source: Source) -> str:
    """The name as its words have it, where coding kept a part of it: "Union" of "the Doctors' Union"."""
    name = source.name or ""
    if source.span is None or source.kind not in ("official", "organization") or source.actor:
        return name
    words = _ARTICLE.sub("", source.span.text).strip()
    if "," in words or len(words.split()) > _WORDS_OF_A_NAME or name not in words:
        return name
    before, _, after = words.partition(name)
    # "Governor Ann Lee" and "the movement Alpha" are names with what they are; "Doctors' Union" is cut from one name.
    titled = bool(before) and ((source.kind == "official" and len(name.split()) > 1) or not before.split()[-1][:1].isupper())
    return (name if titled else before + name) + (after if re.match(r"\s(?:of|for|in)\b", after) else "")


def _voice(source: Source) -> Voice:
    assert source.name is not None
    outlet = load_outlets().find(source.name) or load_outlets().find(_NEWS_AGENCY.sub("", source.name))
    if outlet is not None:
        return Voice(f"outlet:{folded(outlet.name)}", outlet.name, outlet.actor)
    body = source.kind in ("official", "organization")
    name = _full_name(source)
    actor = source.actor or actor_in(source.name) or actor_in(name) or (_actor_of(source) if body else None)
    if actor is None and body and source.span is not None:
        # "The SDF said", where coding took it for the body named before.
        actor = actor_in(_ARTICLE.sub("", source.span.text))
    if actor and (body or actor_in(source.name)):
        return Voice(f"actor:{actor}", actor_name(actor), actor)
    return Voice(f"name:{folded(name)}", name, actor)


def _actor_of(source: Source) -> str | None:
    """The actor that a source's words say it is of: "the media centre of the SDF"."""
    words = source.span.text if source.span else ""
    return next((actor for m in _OF_ACTOR.finditer(words) if (actor := actor_in(m[1]))), None)


def actor_name(actor: str | None) -> str:
    """The registry's name for an actor id, the id itself where it has none."""
    found = load_actors().by_id(actor) if actor else None
    return found.name if found else (actor or "")


def _outlet(name: str | None) -> Outlet | None:
    return load_outlets().find(name) if name else None
