"""The keys that a place is filed under, by how strict they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.gazetteer.names import fold, skeleton, sound

EXACT, ALTERNATE, SOUND, SKELETON = range(4)
"""The place's main name, another name of it, the sound key of either, the consonant key of either."""


def name_keys(name: str, alternates: Iterable[str], *, romanised: bool) -> Iterator[tuple[str, int]]:
    """The ``(key, kind)`` pairs under which a place is found; ``romanised`` adds the sound and consonant keys.

    A town of a country that writes in the Latin alphabet has one spelling, and would only crowd the looser
    keys. Keys of the loose kinds carry a mark, so that a sound never meets another place's spelling.
    """
    main = fold(name)
    yield main, EXACT
    for spelling in (name, *alternates):
        if (key := fold(spelling)) and key != main:
            yield key, ALTERNATE
        if romanised and (key := sound(spelling)):
            yield sound_key(key), SOUND
        if romanised and (key := skeleton(spelling)):
            yield skeleton_key(key), SKELETON


def sound_key(sound: str) -> str:
    """The key under which a sound is filed."""
    return f"~{sound}"


def skeleton_key(skeleton: str) -> str:
    """The key under which consonants are filed."""
    return f"={skeleton}"


def id_key(id_: str) -> str:
    """The key under which countries, divisions and large towns are filed by their id."""
    return f"#{id_}"
