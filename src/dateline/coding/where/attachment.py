"""Which of a sentence's places a verb's event happened at: the one that hangs nearest to it in the tree.

The weights were chosen on 800 training sentences of Halterman's event-location corpus and measured on its
own dev split (``benchmarks/event_places.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.tree import Range, Tree, overlap

BELOW = 1.0
"""For each step of the tree from the place up to the first word over both."""
ABOVE = 2.0
"""For each step from the event up to that word: the place is told of something else that holds the event."""
APART = 0.05
"""For each word between the two."""
BEFORE = 0.5
"""For a place named before its event."""
SUBJECT = 1.0
"""For a subject: a state that acts, not where it acts."""
ROLE = -1.0
"""For a place that the engine takes for the event's own."""
UNRELATED = 30


def attached_place(tree: Tree, anchor: int, places: Sequence[Range], roles: Sequence[Range] = ()) -> Range | None:
    """The range among ``places`` that the word ``anchor`` happened at; ``None`` where there are none.

    ``places`` and ``anchor`` are of one sentence; ``roles`` are what the engine gives the event as its place.
    """
    over = {word: steps for steps, word in enumerate(_upward(tree, anchor))}

    def cost(place: Range) -> float:
        head = tree.head_of(place)
        below, above = next(
            ((steps, over[word]) for steps, word in enumerate(_upward(tree, head)) if word in over),
            (UNRELATED, UNRELATED),
        )
        return (
            BELOW * below
            + ABOVE * above
            + APART * abs(head - anchor)
            + BEFORE * (place[0] < anchor)
            + SUBJECT * tree.words[head].deprel.startswith("nsubj")
            + ROLE * any(overlap(place, role) for role in roles)
        )

    return min(places, key=cost, default=None)


def _upward(tree: Tree, word: int) -> list[int]:
    """The word, its head, the head's head, up to the root."""
    path = [word]
    while (head := tree.words[path[-1]].head) != path[-1] and len(path) < UNRELATED:
        path.append(head)
    return path
