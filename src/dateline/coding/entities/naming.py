"""A noun phrase by itself into a neutral name, a registry actor and what sort of party it is."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.crowds import CommonNouns
from dateline.coding.entities.entity import UNARMED_TYPES, Reading, of_actor
from dateline.coding.entities.phrase import HYPHENS, Phrase, is_capital, read_phrase
from dateline.coding.entities.propers import ProperNames
from dateline.coding.entities.wording import Wording, unregistered
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_LONGEST_NAME = 9
_GROUP_HEADS = ("Forces", "Army", "Movement", "Militia", "Group", "Front")
"""What a name may end with in the registry where the report has another noun ("the X militia")."""


class Namer:
    """Reads phrases of one report; ``read`` keeps nothing between them."""

    def __init__(self, wording: Wording) -> None:
        self.w = wording
        self._propers = ProperNames(wording)
        self._common = CommonNouns(wording)

    def known(self, name: str) -> Reading | None:
        """A party known by name: to the registry, or by what the report itself introduced."""
        name = name.rstrip("-–")
        full = self.w.aliases.full(name)
        if actor := self.w.context.find(full or name) or (self.w.context.find(name) if full else None):
            said = full if full and actor.owns(full) else name
            return of_actor(actor, said if actor.owns(said) else "")
        return unregistered(full) if full else None

    def read(self, phrase: Phrase) -> Reading | None:
        """What ``phrase`` says without a look at the rest of the report; ``None`` where it names nobody."""
        noun = self.w.low(phrase.head)
        pointing = phrase.definite or phrase.possessive is not None
        found = (
            self._enemy(phrase, noun)
            or self._by_name(phrase)
            or self._sharing(phrase)
            or self._of_group(phrase)
            or self._by_country(phrase)
            or self._by_members(phrase)
        )
        if found:
            return replace(found, noun=noun)
        owned = phrase.possessive is not None or phrase.owner is not None
        if (
            noun in self.w.v.nobody
            or noun in self.w.v.pronouns
            or noun in self.w.v.not_pronouns
            or (noun in self.w.v.weaponry and not owned)
            or not any(c.isalpha() for c in noun)
        ):
            return None
        found = self._propers.read(phrase) or self._common.read(phrase)
        return replace(found, noun=noun, pointing=pointing and not found.named) if found else None

    def _enemy(self, phrase: Phrase, noun: str) -> Reading | None:
        entry = self.w.noun(self.w.text(phrase.core))
        foreign = bool(
            entry
            and entry.loaded
            and entry.branch == "military"
            and entry.neutral in ("forces", "army", "soldiers")
        )
        if foreign or (noun in self.w.v.enemy and len(phrase.core) == 1):
            enemy = self.w.context.enemy
            return of_actor(enemy) if enemy else Reading("opposing forces", "group", None, None, True)
        return None

    def _by_name(self, phrase: Phrase) -> Reading | None:
        """The whole core, or the core with what "of" or "for" adds, is a known name."""
        core = self.w.without_linked(phrase.core)
        text = self.w.text(core)
        if any(c.isupper() or c.isdigit() for c in text):
            if (
                phrase.behind in ("of", "for", "and", "in")
                and phrase.rest
                and is_capital(self.w.words[phrase.head])
            ):
                for end in range(min(phrase.rest[1], core[0] + _LONGEST_NAME), phrase.rest[0], -1):
                    whole = self.w.analysis.text[self.w.words[core[0]].start : self.w.words[end - 1].end]
                    if is_capital(self.w.words[end - 1]) and (found := self.known(whole)):
                        return found
            if self.w.context.country_name(text):
                return self._country(text)
            entry = self.w.noun(self.w.low(core[-1]))
            if entry and not entry.armed and entry.type in UNARMED_TYPES:
                return None
            if found := self.known(text):
                return found
            lower = next((k for k, i in enumerate(core) if is_capital(self.w.words[i])), 0)
            if lower and (found := self.known(self.w.text(core[lower:]))):
                return found
            if len(core) > 1 and self.w.low(core[0]) in _WORDS.sorts and (found := self.known(self.w.text(core[1:]))):
                return found
            if (
                len(core) - lower > 2
                and not is_capital(self.w.words[core[-1]])
                and self.w.armed_noun(self.w.low(core[-1]))
            ):
                stem = self.w.text(core[lower:-1])
                return next((f for head in _GROUP_HEADS if (f := self.known(f"{stem} {head}"))), None)
        if phrase.owner and len(phrase.core) <= 3:
            owned = self.w.text((*range(*phrase.owner), *phrase.core))
            capital = next((i for i in range(*phrase.owner) if is_capital(self.w.words[i])), phrase.owner[0])
            named = self.w.text((*range(capital, phrase.owner[1]), phrase.owner[1], *phrase.core))
            if actor := self.w.context.derive(owned) or self.w.context.find(named):
                return of_actor(actor)
        return None

    def _sharing(self, phrase: Phrase) -> Reading | None:
        """The first name of "the Dinka and Nuer tribes"."""
        if phrase.behind != "and" or not phrase.rest or not all(is_capital(self.w.words[i]) for i in phrase.core):
            return None
        other = read_phrase(self.w.words, *phrase.rest)
        if not other or other.article or len(other.core) < 2 or self.w.low(other.head) not in _WORDS.shared_nouns:
            return None
        return unregistered(f"{self.w.text(phrase.core)} {self.w.words[other.head].lemma}")

    def _country(self, text: str) -> Reading | None:
        iso = self.w.context.country_name(text)
        government = self.w.context.actors.by_id(f"government-{iso.lower()}") if iso else None
        name = (
            text
            if text.isupper() or not government
            else government.name.removeprefix("Government of ").removeprefix("the ")
        )
        return Reading(
            name, "state", government.id if government else None, "State Forces", True, False, True
        )

    def _by_country(self, phrase: Phrase) -> Reading | None:
        """A country's adjective or name before a noun of force: "Turkish troops", "an Israeli drone"."""
        core = self.w.without_linked(phrase.core)
        text = self.w.text(core)
        if len(core) < 2 or not is_capital(self.w.words[core[0]]):
            return None
        loaded = self.w.noun(self.w.low(core[-1]))
        if actor := self.w.context.derive(text):
            unarmed_individual = actor.type not in ("State Forces",)
            return (
                replace(self._common.people(phrase, loaded), actor_type=actor.type)
                if unarmed_individual and loaded
                else of_actor(actor)
            )
        for end in range(len(core) - 1, 0, -1):
            country = self.w.context.country(self.w.text(core[:end]))
            if country and all(self._of_force(i) for i in core[end:]):
                actor = self.w.context.derive(f"{self.w.text(core[:end])} military")
                return of_actor(actor) if actor else None
        return None

    def _of_force(self, i: int) -> bool:
        word = self.w.low(i)
        noun = self.w.noun(word)
        return (
            word in self.w.v.equipment
            or bool(noun and noun.branch)
            or word in ("military", "air", "army", "strike", "surveillance", "combat")
        )

    def _by_members(self, phrase: Phrase) -> Reading | None:
        """ "SDF fighters", "fighters of the SDF", "SDF drones": members of a named group are the group."""
        core = self.w.without_linked(phrase.core)
        for start in range(min(3, len(core) - 1)):
            for end in range(len(core) - 1, start, -1):
                name = self.w.text(core[start:end])
                if not any(c.isupper() for c in name):
                    continue
                found = self.known(name)
                if not found:
                    continue
                behind = core[end:]
                if all(self._member(i) for i in behind):
                    return found
                if self.w.low(behind[-1]) in self.w.v.leaders and found.kind != "state":
                    return Reading(self.w.text(core[start:]), "person", None, found.actor_type, found.armed)
                return None
        return self._of_complement(phrase)

    def _of_group(self, phrase: Phrase) -> Reading | None:
        """ "Russian fighters of the Africa Corps": the group, whatever country its members are from."""
        noun = self.w.low(phrase.head)
        if phrase.behind != "of" or not (noun in self.w.v.members or self.w.armed_noun(noun)):
            return None
        found = self._of_complement(phrase)
        return found if found and found.actor and found.kind == "group" else None

    def _of_complement(self, phrase: Phrase) -> Reading | None:
        if phrase.behind not in ("of", "from", "belonging", "within", "in") or not phrase.rest:
            return None
        noun = self.w.low(phrase.head)
        inner = read_phrase(self.w.words, *phrase.rest)
        if inner and phrase.behind in ("of", "in") and self.w.context.country_name(self.w.text(inner.core)):
            arm = self.w.context.derive(f"{self.w.text(inner.core)} {self.w.text(phrase.core)}")
            return of_actor(arm) if arm and arm.type == "State Forces" else None
        carrying = phrase.behind == "of" and noun in self.w.v.equipment
        if phrase.behind == "belonging" or carrying or noun in self.w.v.members or self.w.armed_noun(noun):
            if not inner or (inner.possessive is not None and not inner.core):
                return None
            found = self._by_name(inner) or self._by_members(inner) or self._by_country(inner)
            if not found and (named := self._propers.read(inner)) and named.kind == "group":
                found = named
            if (
                found
                and found.kind in ("group", "state")
                and (found.armed or carrying or noun in self.w.v.members or self.w.armed_noun(noun))
            ):
                return self._arm(found, phrase) if phrase.behind != "in" else None
        return None

    def _arm(self, found: Reading, phrase: Phrase) -> Reading:
        """ "the air force of the junta" is the forces of that government."""
        head = self.w.nouns.head([self.w.low(i) for i in phrase.core])
        entry = head[1] if head else None
        owner = self.w.context.actors.by_id(found.actor) if found.actor else None
        if (
            not entry
            or entry.branch in (None, "government")
            or not owner
            or not owner.id.startswith("government-")
            or not owner.country
        ):
            return found
        arm = self.w.context.actors.by_id(f"military-{owner.country.lower()}")
        return of_actor(arm) if arm else found

    def _member(self, i: int) -> bool:
        word = self.w.low(i)
        return (
            word in HYPHENS
            or word in self.w.v.members
            or word in self.w.v.equipment
            or word in self.w.v.weaponry
            or self.w.armed_noun(word)
        )
