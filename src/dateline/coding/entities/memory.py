"""Those a report has named so far, and which of them a pronoun, a surname or "the group" points back to."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.entity import Reading
from dateline.coding.entities.known import Known
from dateline.coding.tree import Tree
from dateline.knowledge.names import normalise, written_as_acronym
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_GROUP_NEAR = 3
"""Sentences back in which "the group" rather means one with a name than nameless gunmen."""
_STATE_NEAR = 2
_FAR = 8
"""Sentences back in which a noun for an arm of the state, and any pointing noun, is looked up."""


def _fullness(name: str) -> tuple[bool, int]:
    """Written out before abbreviated, long before short."""
    return not written_as_acronym(name) or " " in name, len(name)


class Memory:
    """Parties by name and by nearness."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._of_word = tree.analysis.sentence_of
        self.all: list[Known] = []
        self._by_key: dict[str, Known] = {}
        self._v = naming_words()

    def named(self, reading: Reading) -> Known:
        """The party of a reading: met before under this name or a longer one, or new."""
        key = reading.actor or f"{'' if reading.named else reading.kind}:{normalise(reading.name)}"
        known = self._by_key.get(key) or (
            self._longer(reading) if reading.named and not reading.actor else None
        )
        if known is None:
            known = Known(reading)
            self.all.append(known)
            self._by_key[key] = known
        elif (
            reading.armed
            and not known.reading.armed
            and known.reading.kind != "thing"
            and reading.kind != "thing"
        ):
            known.reading = replace(known.reading, armed=True, civilian=False)
        if reading.actor and reading.actor == known.reading.actor:
            known.reading = replace(known.reading, called=max(known.reading.called, reading.called, key=_fullness))
        return known

    def rename(self, known: Known, reading: Reading) -> None:
        """Gives a party that was told by a noun the name that its apposition tells."""
        self._by_key.setdefault(reading.actor or f":{normalise(reading.name)}", known)
        known.reading = reading

    def _longer(self, reading: Reading) -> Known | None:
        """ "the Council" after "the Military Council of X", "Wekesa" after "Kelvin Wekesa"."""
        own = normalise(reading.name).split()
        for known in reversed(self.all):
            if (
                not known.reading.named
                or known.reading.kind == "thing"
                or (reading.kind == "person" and known.reading.kind != "person")
            ):
                continue
            tokens = normalise(known.reading.name).split()
            if len(own) < len(tokens) and own and own[-1] == tokens[-1] and set(own) <= set(tokens):
                return known
        return None

    def nearest(self, position: int) -> list[Known]:
        """Parties named before a word, the latest first."""
        met = [(k.before(position), k) for k in self.all]
        return [k for m, k in sorted(((m, k) for m, k in met if m), key=lambda pair: pair[0], reverse=True)]

    def foreign_force(self, position: int) -> Known | None:
        """Peacekeepers and other forces from abroad that "the soldiers" may be, named in this sentence or the one before."""
        return next((k for k in self.nearest(position) if self._sentences_back(k, position) <= 1
                     and k.reading.actor_type == "External/Other Forces"), None)

    def _sentences_back(self, known: Known, position: int) -> int:
        last = known.before(position)
        return self._of_word[position] - self._of_word[last[0]] if last else 1_000_000

    def state(self, branch: str, position: int, *, definite: bool) -> Known | None:
        """The same arm of a state named shortly before ("the army" after "the Lebanese army")."""
        prefix = {"security forces": "security", "border guard": "border-guard"}.get(branch, branch) + "-"
        for known in self.nearest(position):
            if self._sentences_back(known, position) > (_STATE_NEAR if definite else 0):
                return None
            if known.reading.actor and known.reading.actor.startswith(prefix):
                return known
        return None

    def group(self, noun: str, position: int) -> Known | None:
        """The party that "the group", "the fighters" or "the council" points back to, or ``None``.

        Whoever acts in this clause is not whom it is done to.
        """
        acting = self._subjects_here(position)
        near = [
            k
            for k in self.nearest(position)
            if self._sentences_back(k, position) <= _FAR and k.reading.kind not in ("thing", "person") and k not in acting
        ]
        for known in near:
            if noun in known.nouns and (known.reading.armed or known.reading.kind != "state"):
                return known
        if noun in _WORDS.raiders and (alike := next((k for k in near if k.nouns & _WORDS.raiders), None)):
            return alike
        by_name = next(
            (k for k in near if k.reading.named and noun in normalise(k.reading.name).split()), None
        )
        if by_name or noun in _WORDS.named_by_noun:
            return by_name or next((k for k in near if noun in normalise(k.reading.name).split()), None)
        if noun in _WORDS.crowds:
            return None
        if noun in _WORDS.pairs:
            return None
        if noun in ("group", "movement", "organisation", "organization", "outfit"):
            named = [k for k in near if k.reading.kind == "group" and not k.reading.place]
            groups = [k for k in named if _WORDS.no_groups.isdisjoint(normalise(k.reading.name).split())]
            groups.sort(key=lambda k: not (k.reading.named and self._sentences_back(k, position) <= _GROUP_NEAR))
            return next(
                (
                    k
                    for k in groups
                    if k.reading.armed
                    or k.reading.actor
                    or self._v.org_words & set(normalise(k.reading.name).split())
                ),
                None,
            )
        fitting = [k for k in near if k.reading.armed and k.reading.kind != "state" and self._fits(k, noun)]
        rebels = [k for k in fitting if k.reading.actor_type == "Rebel Groups"]
        return next(iter([*rebels, *fitting] if noun in _WORDS.rebels | _WORDS.islamists else fitting), None)

    def _fits(self, known: Known, noun: str) -> bool:
        reading = known.reading
        if (noun in _WORDS.raiders and known.nouns & _WORDS.crowds) or (reading.kind == "people" and not reading.many):
            return False
        if noun in _WORDS.rebels | _WORDS.islamists:
            return reading.actor_type in ("Rebel Groups", None)
        return not (
            noun.startswith("militia")
            and reading.actor_type == "Rebel Groups"
            and "militia" not in reading.name.lower()
        )

    def rivals(self, position: int) -> list[Known]:
        """The last two armed parties named before a word, the earlier first."""
        armed = [
            k
            for k in self.nearest(position)
            if k.reading.armed and k.reading.kind in ("group", "state", "people")
        ]
        return armed[1::-1] if len(armed) > 1 else []

    def pronoun(self, position: int, how: str, *, object_form: bool = False) -> Known | None:
        """The party a pronoun means: a subject of this sentence or the one before; ``None`` where unsure.

        An object ("them") is never the one who acts on it, the last subject before.
        """
        here = self._of_word[position]
        acting = self._acting(position) if object_form else None
        if object_form and acting is None:
            return None
        scored: list[tuple[int, int, Known]] = []
        for known in self.nearest(position):
            last = known.before(position)
            back = here - self._of_word[last[0]] if last else 9
            if back > 1:
                break
            if (
                last
                and known is not acting
                and self._agrees(known.reading, how)
                and position not in range(*last)
            ):
                subject = any(self._of_word[s] >= here - 1 and s < position for s in known.subjects)
                scored.append((2 * subject + (back == 0), last[0], known))
        if not scored:
            return None
        best = max(scored, key=lambda s: s[:2])
        rivals = [s for s in scored if s[2] is not best[2]]
        return best[2] if best[0] >= 2 or (best[0] == 1 and not rivals) else None

    def labelled(self, noun: str, position: int) -> Known | None:
        """The party that the report has called by this loaded noun before."""
        return next((k for k in self.nearest(position) if noun in k.nouns and k.reading.armed), None)

    def followers(self, position: int) -> Known | None:
        """Whom "his fighters" are of: the one party in arms that the sentence has named, where there is one."""
        first = self._tree.sentence(position).first
        near = [k for k in self.nearest(position) if (m := k.before(position)) and m[0] >= first]
        armed = [k for k in near if k.reading.armed and k.reading.kind in ("group", "state")]
        return armed[0] if len(armed) == 1 else None

    def beside(self, unarmed: Known, position: int, outlet: str | None) -> Known | None:
        """The other group named in this sentence before a word, save the outlet: no monitor has fighters."""
        first = self._tree.sentence(position).first
        near = [k for k in self.nearest(position) if (m := k.before(position)) and m[0] >= first and k is not unarmed]
        groups = [k for k in near if k.reading.kind == "group" and k.reading.named]
        return next((k for k in groups if normalise(k.reading.name) != normalise(outlet or "")), None)

    def only_group(self, position: int) -> Known | None:
        """The armed group named in this sentence or the one before, where it is the only one."""
        near = [
            k
            for k in self.nearest(position)
            if self._sentences_back(k, position) <= 1 and k.reading.armed and k.reading.kind == "group"
        ]
        named = [k for k in near if k.reading.named]
        return named[0] if len(named) == 1 and len(near) == 1 else None

    def _subjects_here(self, position: int) -> list[Known]:
        """Subjects of the clause of which a word is the object."""
        word = self._tree.words[position]
        if not word.deprel.startswith("obj"):
            return []
        clause = self._tree.clause_head(position)
        return [k for k in self.all if any(self._tree.clause_head(s) == clause and s < position for s in k.subjects)]

    def _acting(self, position: int) -> Known | None:
        """The last subject of this sentence before a word."""
        first = self._tree.sentence(position).first
        met = [(s, k) for k in self.all for s in k.subjects if first <= s < position]
        return max(met, key=lambda pair: pair[0])[1] if met else None

    @staticmethod
    def _agrees(reading: Reading, how: str) -> bool:
        if reading.kind == "thing":
            return False
        if how == "person":
            return reading.kind == "person" or (reading.kind == "people" and not reading.many)
        if how == "one":
            return reading.kind in ("group", "state") and not reading.many
        return reading.kind in ("group", "state") or (reading.kind == "people" and reading.many)
