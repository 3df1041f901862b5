"""Who is said to have done it, where that is disputed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.acting import acting_in, actor_of
from dateline.incidents.announcing import owns_to_it
from dateline.incidents.fields.denials import TRIED, of_responsibility, words_of
from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.folding import folded
from dateline.incidents.kinship import akin
from dateline.incidents.named import actor_in
from dateline.incidents.origins import actor_name
from dateline.incidents.told import Told
from dateline.knowledge.actors import load_actors, load_demonyms
from dateline.knowledge.codebook.types import CONTEXT
from dateline.knowledge.incident_words import incident_words
from dateline.model.claim import Participant
from dateline.model.incident import FieldAccounts

_WORDS = incident_words()

_ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})
_BLAMING = _ONE_SIDED | {"Battles"}
_WHOSE = re.compile(r"\s(?:of|from)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
_POSSESSIVE = re.compile(r"(.+)['’]s?\s")
_ANSWERED = re.compile(r"\binterven(?:e|ed|es|ing)\b|\breturn(?:ed|ing|s)? fire\b", re.IGNORECASE)
"""Words by which one answers an attack. Source: own list."""
_UNSURE = frozenset({"denied", "intended", "possible", "retracted"})


def blame_field(told: Sequence[Told]) -> FieldAccounts | None:
    """Each doer that an account names, and each who denies to have done it; ``None`` where nobody disputes it.

    It is disputed where two origins give one-sided violence to doers who have nothing to do with one another, and
    where someone denies to have done it. Who is not named excludes nobody.
    """
    denied = [t for t in told if of_responsibility(t)]
    if not denied and not _disputed(told):
        return None
    values: list[tuple[object, Told]] = [({**_plain(t, p), "denied": False}, t) for t in told for p in doers(t)]
    values += [({"name": t.origin, "actor": _find(t.origin), "denied": False}, t) for t in told if _owns(t)]
    values += [({"name": t.origin, "actor": None, "denied": True}, t) for t in denied]
    return field_of(accounts_of(values), contested=True)


def doers(told: Told) -> list[Participant]:
    """Those who a claim says did it; of an accusation, the accused."""
    if told.claim.stance in _UNSURE or told.claim.polarity == "-" or of_responsibility(told):
        return []
    if told.claim.event.sub_type == "Accusation":
        return [p for p in told.claim.participants if p.role == "target"]
    if TRIED.search(words_of(told)) or _ANSWERED.search(words_of(told)):
        # Who "foiled an attack", or "intervened", was attacked.
        return [p for p in acting_in(told.claim) if p.side == 2]
    return [p for p in acting_in(told.claim) if p.role == "agent" or p.side == 1]


def _owns(told: Told) -> bool:
    return owns_to_it(told.claim) and told.claim.stance not in _UNSURE and told.claim.polarity == "+" and not doers(told)


def _find(name: str) -> str | None:
    """The actor of a name, or of that whose part it is: "the Front's northern wing"."""
    whose = _POSSESSIVE.match(name)
    return actor_in(name) or (actor_in(whose[1]) if whose else None)


def _plain(told: Told, participant: Participant) -> dict[str, object]:
    actor = actor_of(told.report, participant)
    return {"name": actor_name(actor) if actor else participant.name, "actor": actor}


def _disputed(told: Sequence[Told]) -> bool:
    types = Counter(t.claim.event.type for t in told if t.claim.event.type != CONTEXT)
    if not types or types.most_common(1)[0][0] not in _ONE_SIDED:
        return False
    telling = [t for t in told if t.claim.event.type in _BLAMING or t.claim.event.sub_type == "Accusation"]
    blamed = [(t, named) for t in telling if (named := _named(t))]
    return any(
        one.origin != other.origin and all(_strangers(a, b) for a in mine for b in theirs)
        for (one, mine), (other, theirs) in combinations(blamed, 2)
    )


def _named(told: Told) -> list[tuple[str | None, str]]:
    """Registry actor and name of the doers that are known, or written as a name in the middle of a sentence."""
    if _owns(told):
        return [(_find(told.origin), told.origin)]
    found = []
    for p in doers(told):
        actor = actor_of(told.report, p)
        name = _with_whose(told, p)
        if actor or (p.role == "agent" and _is_name(name) and name != told.origin):
            found.append((actor, name))
    return found


def _with_whose(told: Told, participant: Participant) -> str:
    """The name with the group that the text says they are of: "armed men" of "armed men of the Alpha gang"."""
    for mention in participant.mentions:
        more = _WHOSE.match(told.report.text, mention.end)
        if more is not None:
            return participant.name + more[0]
    return participant.name


def _is_name(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split()) and not load_demonyms().named(name)


def _strangers(one: tuple[str | None, str], other: tuple[str | None, str]) -> bool:
    """Whether two doers have no tie: by the registry, or, where it lacks one of them, by any word of their names."""
    if one[0] and other[0]:
        return not akin(one[0], other[0])
    return bool(one[0] or other[0]) and not _words(one) & _words(other)


def _words(doer: tuple[str | None, str]) -> set[str]:
    actor = load_actors().by_id(doer[0]) if doer[0] else None
    names = (doer[1], actor.name, *actor.aliases) if actor else (doer[1],)
    words = {word for name in names for word in folded(name).split()} - _WORDS.common_in_names
    known = load_demonyms()
    for word in list(words):
        country = known.of_adjective(word) or known.named(word) or known.of_people(word)
        words |= {country.iso} if country else set()
    return words | ({actor.country} if actor and actor.country else set())
