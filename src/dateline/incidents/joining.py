"""Which voices of several reports are one origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.incidents.bodies import abbreviates, body_of, same_body
from dateline.incidents.folding import folded
from dateline.incidents.kinship import akin
from dateline.incidents.origins import Voice


def joined(voices: Sequence[Voice]) -> dict[Voice, str]:
    """A name for every voice, the same for voices that are one: equal keys, a name whose words are all in the other's
    ("Hlushko", "Oleh Hlushko"), the same body in other words, an office and who holds it, an official and the body."""
    unique = list(dict.fromkeys(voices))
    home = {voice: voice for voice in unique}
    by_key: dict[str, Voice] = {}
    longest_first = sorted(unique, key=lambda v: (v.actor is None, -len(v.name.split()), v.name))
    for voice in longest_first:
        first = by_key.setdefault(voice.key, voice)
        if first is not voice:
            home[voice] = first
            continue
        home[voice] = next((other for other in by_key.values() if other is not voice and _one(voice, other)), voice)
        if home[voice] is not voice:
            by_key[voice.key] = home[voice]
    roots = {voice: _root(voice, home) for voice in unique}
    for voice in unique:
        if roots[voice] is voice and (owner := _owner(voice, unique)) is not None:
            home[voice] = roots[owner]
    return {voice: _root(voice, home).name for voice in unique}


def _root(voice: Voice, home: dict[Voice, Voice]) -> Voice:
    seen = {voice}
    while home[voice] is not voice and home[voice] not in seen:
        voice = home[voice]
        seen.add(voice)
    return voice


def _one(short: Voice, long: Voice) -> bool:
    if short.key.startswith("outlet:") or long.key.startswith("outlet:"):
        return False
    if short.actor and long.actor:
        return short.actor == long.actor
    if abbreviates(short.name, long.name):
        return True
    if body_of(short.name) and body_of(long.name):
        return same_body(short.name, long.name)
    a, b = (set(v.key.partition(":")[2].replace("-", " ").split()) for v in (short, long))
    return bool(a and b) and (a <= b or b <= a)


def _owner(voice: Voice, voices: Sequence[Voice]) -> Voice | None:
    """The one voice that an office-holder without a name, an official of a body, or a capital is the same as."""
    if voice.metonym:
        return _only(voices, lambda v: v is not voice and v.actor is not None and akin(voice.actor or "", v.actor))
    if voice.body:
        return _only(voices, lambda v: v is not voice and not v.office and same_body(voice.body, v.name))
    if not voice.person and voice.actor is None and len(voice.name.split()) > 1 and voice.key.startswith("name:"):
        # "Civil society", and "the civil society's coordinator, Ann Lee".
        holder = _only(voices, lambda v: v.person and f" {folded(voice.name)} " in f" {v.title} ")
        if holder is not None:
            return holder
    if voice.office and not voice.person and voice.actor is None:
        return _only(voices, lambda v: v is not voice and v.person and v.office == voice.office)
    return None


def _only(voices: Sequence[Voice], fits: Callable[[Voice], bool]) -> Voice | None:
    found = {voice.key: voice for voice in voices if fits(voice)}
    return next(iter(found.values())) if len(found) == 1 else None
