"""A noun phrase by itself into a neutral name, a registry actor and what sort of party it is."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.entities.aliases import Aliases
from dateline.coding.entities.context import PLACE_KINDS, Context
from dateline.coding.entities.entity import Kind, Reading
from dateline.coding.entities.phrase import HYPHENS, Phrase, is_capital, plain_text, read_phrase
from dateline.knowledge.actors import Actor, ActorNoun, load_actor_nouns
from dateline.knowledge.naming_words import naming_words
from dateline.model.analysis import Analysis

UNARMED_TYPES = frozenset({"Civilians", "Protesters"})
_LONGEST_NAME = 9
_PLACE_PREPOSITIONS = frozenset("in near at to from around outside towards inside into through".split())
_GROUP_HEADS = ("Forces", "Army", "Movement", "Militia", "Group", "Front")
"""What a name may end with in the registry where the report has another noun ("the X militia")."""


def of_actor(actor: Actor, noun: str = "") -> Reading:
    """The reading of a phrase that means a registry actor."""
    armed = actor.type not in ("Civilians", "Protesters", "Rioters") and not actor.id.startswith("government-")
    kind: Kind = "state" if actor.type == "State Forces" else "people" if actor.type in UNARMED_TYPES else "group"
    return Reading(actor.name, kind, actor.id, actor.type, armed, actor.type in UNARMED_TYPES, True, noun)


class Namer:
    """Reads phrases of one report; ``read`` keeps nothing between them."""

    def __init__(self, analysis: Analysis, context: Context, aliases: Aliases) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.context = context
        self.aliases = aliases
        self.v = naming_words()
        self.nouns = load_actor_nouns()
        self._kinds = _label_by_word(analysis)
        self._opening = {s.first for s in analysis.sentences}
        self._inside = {w.text for w in analysis.words if is_capital(w) and w.index not in self._opening}

    def text(self, core: tuple[int, ...]) -> str:
        """The words of a core as one name."""
        return plain_text(self.analysis.text, self.words, core)

    def low(self, i: int) -> str:
        """Word ``i`` in lower case."""
        return self.words[i].text.lower()

    def known(self, name: str) -> Reading | None:
        """A party known by name: to the registry, or by what the report itself introduced."""
        full = self.aliases.full(name)
        if actor := self.context.find(full or name) or (self.context.find(name) if full else None):
            return of_actor(actor)
        return self._unregistered(full) if full else None

    def read(self, phrase: Phrase) -> Reading | None:
        """What ``phrase`` says without a look at the rest of the report; ``None`` where it names nobody."""
        noun = self.low(phrase.head)
        pointing = phrase.definite or phrase.possessive is not None
        found = self._enemy(phrase, noun) or self._by_name(phrase) or self._by_country(phrase) or self._by_members(phrase)
        if found:
            return replace(found, noun=noun)
        owned = phrase.possessive is not None or phrase.owner is not None
        if noun in self.v.nobody or noun in self.v.weaponry and not owned or not any(c.isalpha() for c in noun):
            return None
        found = self._by_capitals(phrase) or self._generic(phrase)
        return replace(found, noun=noun, pointing=pointing and not found.named) if found else None

    def _enemy(self, phrase: Phrase, noun: str) -> Reading | None:
        entry = self.nouns.find(self.text(phrase.core))
        foreign = bool(entry and entry.loaded and entry.branch == "military" and entry.neutral in ("forces", "army", "soldiers"))
        if foreign or noun in self.v.enemy and len(phrase.core) == 1:
            enemy = self.context.enemy
            return of_actor(enemy) if enemy else Reading("opposing forces", "group", None, None, True)
        return None

    def _by_name(self, phrase: Phrase) -> Reading | None:
        """The whole core, or the core with what "of" or "for" adds, is a known name."""
        core = self._without_linked(phrase.core)
        text = self.text(core)
        if any(c.isupper() or c.isdigit() for c in text):
            if phrase.behind in ("of", "for", "and", "in") and phrase.rest and is_capital(self.words[phrase.head]):
                for end in range(min(phrase.rest[1], core[0] + _LONGEST_NAME), phrase.rest[0], -1):
                    whole = self.analysis.text[self.words[core[0]].start : self.words[end - 1].end]
                    if is_capital(self.words[end - 1]) and (found := self.known(whole)):
                        return found
            if self.context.country_name(text):
                return self._country(text)
            entry = self.nouns.find(self.low(core[-1]))
            if entry and not entry.armed and entry.type in UNARMED_TYPES:
                return None
            if found := self.known(text):
                return found
            lower = next((k for k, i in enumerate(core) if is_capital(self.words[i])), 0)
            if lower and (found := self.known(self.text(core[lower:]))):
                return found
            if len(core) - lower > 2 and not is_capital(self.words[core[-1]]) and self._armed_noun(self.low(core[-1])):
                stem = self.text(core[lower:-1])
                return next((f for head in _GROUP_HEADS if (f := self.known(f"{stem} {head}"))), None)
        if phrase.owner and len(phrase.core) <= 3:
            owned = self.text((*range(*phrase.owner), *phrase.core))
            capital = next((i for i in range(*phrase.owner) if is_capital(self.words[i])), phrase.owner[0])
            named = self.text((*range(capital, phrase.owner[1]), phrase.owner[1], *phrase.core))
            if actor := self.context.derive(owned) or self.context.find(named):
                return of_actor(actor)
        return None

    def _country(self, text: str) -> Reading | None:
        iso = self.context.country_name(text)
        government = self.context.actors.by_id(f"government-{iso.lower()}") if iso else None
        name = text if text.isupper() or not government else government.name.removeprefix("Government of ").removeprefix("the ")
        return Reading(name, "state", government.id if government else None, "State Forces", True, False, True)

    def _by_country(self, phrase: Phrase) -> Reading | None:
        """A country's adjective or name before a noun of force: "Turkish troops", "an Israeli drone"."""
        core = self._without_linked(phrase.core)
        text = self.text(core)
        if len(core) < 2 or not is_capital(self.words[core[0]]):
            return None
        loaded = self.nouns.find(self.low(core[-1]))
        if actor := self.context.derive(text):
            unarmed_individual = actor.type not in ("State Forces",)
            return replace(self._plain_people(phrase, loaded), actor_type=actor.type) if unarmed_individual and loaded else of_actor(actor)
        for end in range(len(core) - 1, 0, -1):
            country = self.context.country(self.text(core[:end]))
            if country and all(self._of_force(i) for i in core[end:]):
                actor = self.context.derive(f"{self.text(core[:end])} military")
                return of_actor(actor) if actor else None
        return None

    def _of_force(self, i: int) -> bool:
        word = self.low(i)
        noun = self.nouns.find(word)
        return word in self.v.equipment or bool(noun and noun.branch) or word in ("military", "air", "army", "strike", "surveillance", "combat")

    def _by_members(self, phrase: Phrase) -> Reading | None:
        """"SDF fighters", "fighters of the SDF", "SDF drones": those who belong to a named group are the group."""
        core = self._without_linked(phrase.core)
        for start in range(min(3, len(core) - 1)):
            for end in range(len(core) - 1, start, -1):
                name = self.text(core[start:end])
                if not any(c.isupper() for c in name):
                    continue
                found = self.known(name)
                if not found:
                    continue
                behind = core[end:]
                if all(self._member(i) for i in behind):
                    return found
                if self.low(behind[-1]) in self.v.leaders and found.kind != "state":
                    return Reading(self.text(core[start:]), "person", None, found.actor_type, found.armed)
                return None
        return self._of_complement(phrase)

    def _of_complement(self, phrase: Phrase) -> Reading | None:
        if phrase.behind not in ("of", "from", "belonging", "within", "in") or not phrase.rest:
            return None
        noun = self.low(phrase.head)
        inner = read_phrase(self.words, *phrase.rest)
        if phrase.behind == "belonging" or noun in self.v.members or self._armed_noun(noun):
            if not inner or inner.possessive is not None and not inner.core:
                return None
            found = self._by_name(inner) or self._by_members(inner) or self._by_country(inner)
            if not found and (named := self._by_capitals(inner)) and named.kind == "group":
                found = named
            if found and found.kind in ("group", "state") and (found.armed or noun in self.v.members or self._armed_noun(noun)):
                return self._arm(found, noun) if phrase.behind != "in" else None
        return None

    def _arm(self, found: Reading, noun: str) -> Reading:
        """"the air force of the junta" is the forces of that government."""
        entry = self.nouns.find(noun)
        owner = self.context.actors.by_id(found.actor) if found.actor else None
        if not entry or entry.branch in (None, "government") or not owner or not owner.id.startswith("government-") or not owner.country:
            return found
        arm = self.context.actors.by_id(f"military-{owner.country.lower()}")
        return of_actor(arm) if arm else found

    def _member(self, i: int) -> bool:
        word = self.low(i)
        return word in HYPHENS or word in self.v.members or word in self.v.equipment or word in self.v.weaponry or self._armed_noun(word)

    def _armed_noun(self, word: str) -> bool:
        noun = self.nouns.find(word)
        return bool(noun and noun.armed and word not in self.v.leaders)

    def _without_linked(self, core: tuple[int, ...]) -> tuple[int, ...]:
        """The core behind its last "U.S.-backed" or "al-Qaeda-linked", loaded and counting words at its start."""
        for k in range(len(core) - 2, 0, -1):
            if self.words[core[k]].text in HYPHENS and self.low(core[k + 1]) in self.v.hyphen_links and k + 2 < len(core):
                return core[k + 2 :]
        k = 0
        while k < len(core) - 1 and not self._part_of_compound(core, k) and (
            self.low(core[k]) in self.v.loaded_modifiers and not is_capital(self.words[core[k]]) or self.low(core[k]) == "suspected"
        ):
            k += 1
        return core[k:]

    def _part_of_compound(self, core: tuple[int, ...], k: int) -> bool:
        return k + 1 < len(core) and self.words[core[k + 1]].text in HYPHENS

    def _by_capitals(self, phrase: Phrase) -> Reading | None:
        """A proper name that no list holds: a person behind a title, an organisation by its words, a place."""
        core = phrase.core
        first_name = len(core)
        while first_name and self._is_name(core[first_name - 1], phrase):
            first_name -= 1
        if first_name == len(core):
            return self._group_by_noun(phrase)
        names, before = core[first_name:], core[:first_name]
        if self.words[names[0]].text in HYPHENS:
            return None
        words = [self.low(i) for i in names]
        title_noun = self.low(before[-1]) if before else ""
        kept = self._with_of(names, phrase)
        while len(kept) > 1 and self.low(kept[1]) not in self.v.org_words and self.low(kept[0]).rstrip(".") in self.v.capital_titles:
            kept = kept[1:]
        labels = [k for i in kept for k in self._kinds[i]]
        if full := self.aliases.full(self.text(kept)):
            return self._unregistered(full)
        if title_noun in self.v.place_nouns:
            return Reading(self.text(kept), "thing", named=True)
        org = bool(self.v.org_words.intersection(words))
        titled = kept[0] != names[0]
        if not title_noun and not titled and not org and self._placed(core):
            return Reading(self.text(kept), "thing", named=True)
        placed = bool(PLACE_KINDS.intersection(labels)) and not {"Person", "name:PER"} <= set(labels)
        if placed and not title_noun and not org and not titled:
            return Reading(self.text(kept), "thing", named=True)
        person = (
            titled or title_noun in self.v.titles or title_noun in self.v.leaders
            or ("Person" in labels or "name:PER" in labels) and not org
        )
        if person:
            return self._person(self.text(kept), title_noun or self.low(names[0]))
        if org or title_noun in self.v.group_nouns or "Organisation" in labels or "name:ORG" in labels:
            found = self._unregistered(self.text(kept))
            return replace(found, armed=True) if self._armed_noun(title_noun) else found
        return self._unregistered(self.text(kept))

    def _with_of(self, names: tuple[int, ...], phrase: Phrase) -> tuple[int, ...]:
        """"Front for the Liberation of X": a name that goes on behind "of"."""
        if phrase.behind not in ("of", "for") or not phrase.rest or not self.v.org_words.intersection(self.low(i) for i in names):
            return names
        end = phrase.rest[0]
        while end < phrase.rest[1] and (is_capital(self.words[end]) or self.low(end) in ("of", "for", "the", "and") or self.words[end].text == "-"):
            end += 1
        while end > phrase.rest[0] and not is_capital(self.words[end - 1]):
            end -= 1
        return (*names, *range(phrase.rest[0] - 1, end)) if end > phrase.rest[0] else names

    def _group_by_noun(self, phrase: Phrase) -> Reading | None:
        """"Druze factions", "the “Counterterrorism” units": a name, then a common noun for a group."""
        core = self._without_linked(phrase.core)
        noun = self.low(core[-1])
        start = next((k for k, i in enumerate(core) if is_capital(self.words[i]) and self._is_name(i, phrase)), len(core))
        unit = start < len(core) - 2 and self.low(core[-2]) in self.v.org_words and is_capital(self.words[core[-2]])
        if unit and self._armed_noun(noun):
            return self._unregistered(self.text(core[start:-1]))
        if start >= len(core) - 1 or self.nouns.head([self.low(i) for i in core]) or self.context.country(self.text(core[start:-1])):
            return None
        if noun not in self.v.org_words and noun not in self.v.group_nouns and noun not in self.v.members or noun in self.v.leaders:
            return None
        return self._unregistered(self.text(core[start:]))

    def _placed(self, core: tuple[int, ...]) -> bool:
        """Right behind a preposition of place."""
        i = core[0] - 1
        while i >= 0 and (self.low(i) in self.v.articles or self.words[i].upos == "ADJ"):
            i -= 1
        return i >= 0 and self.low(i) in _PLACE_PREPOSITIONS

    def _is_name(self, i: int, phrase: Phrase) -> bool:
        word = self.words[i]
        if word.text in HYPHENS:
            return True
        if not is_capital(word):
            linked = i + 2 < len(self.words) and self.words[i + 1].text in HYPHENS and is_capital(self.words[i + 2]) and len(word.text) <= 3
            return linked or word.upos == "PROPN" and any(c.isupper() for c in word.text) or word.text[:1].isdigit()
        opens = i in self._opening
        if opens and word.text in self._inside and not self.nouns.find(word.text):
            return True
        return not opens or word.upos == "PROPN" and not self.nouns.find(word.text) or word.text[1:2].isupper()

    def _person(self, name: str, title: str) -> Reading:
        noun = self.nouns.find(title)
        armed = bool(noun and noun.armed) or title in ("captain", "colonel", "general", "commander", "major", "sergeant", "lieutenant")
        civilian = bool(noun and noun.type == "Civilians" and noun.noun not in self.v.unsure)
        full = self.aliases.full(name) or name
        return Reading(full, "person", None, noun.type if noun else None, armed, civilian, True)

    def _unregistered(self, name: str) -> Reading:
        words = set(name.lower().replace("-", " ").split())
        armed = bool(words & self.v.armed_org_words)
        return Reading(name, "group", None, None, armed, False, True)

    def _generic(self, phrase: Phrase) -> Reading | None:
        core = phrase.core
        words = [self.low(i) for i in core]
        found = self.nouns.head(words) or self._hyphened(words)
        if not found:
            return self._unit_of_state(words) or self._thing(phrase)
        start, noun = found
        if start and noun.branch and any(is_capital(self.words[i]) for i in core[1:]):
            return self._plain_people(phrase, noun)
        if noun.branch and noun.noun != "forces" and not (len(core) > 1 and start > 0 and self._is_name(core[0], phrase)):
            actor = self.context.derive(noun.noun, at_home=True)
            base = of_actor(actor) if actor else Reading(noun.neutral if noun.loaded else " ".join(words[start:]), "state", None, noun.type, noun.armed)
            return replace(base, named=False)
        return self._plain_people(phrase, noun)

    def _hyphened(self, words: list[str]) -> tuple[int, ActorNoun] | None:
        """"passers-by" is listed as one word."""
        noun = self.nouns.find("".join(w for w in words if w not in HYPHENS)) if "-" in words else None
        return (0, noun) if noun else None

    def _unit_of_state(self, words: list[str]) -> Reading | None:
        """"air defence units", "an armoured police unit": part of an arm of the state."""
        if len(words) < 2 or words[-1] not in self.v.members:
            return None
        found = self.nouns.head(words[:-1])
        if not found or not found[1].branch:
            return None
        actor = self.context.derive(found[1].noun, at_home=True)
        return replace(of_actor(actor), named=False) if actor else Reading(" ".join(words), "state", None, "State Forces", True)

    def _plain_people(self, phrase: Phrase, noun: ActorNoun | None) -> Reading:
        """"unidentified gunmen", "Fulani herders": the phrase without its counts and its loaded words."""
        core = [i for i in phrase.core]
        found = self.nouns.head([self.low(i) for i in core])
        head = [self.text(tuple(core))]
        kept: list[int] = []
        if found:
            kept = [i for i in core[: found[0]] if self.low(i) not in self.v.loaded_modifiers and i not in self._ages(core)]
            noun = found[1]
            capital = len(core) > 1 and all(is_capital(self.words[i]) for i in core)
            base = noun.neutral if noun.loaded else self.text(tuple(core[found[0] :])) if capital else " ".join(self.low(i) for i in core[found[0] :])
            base = noun.plural if noun.armed and self.words[core[-1]].xpos == "NNS" and not noun.loaded else base
            before = self.text(tuple(kept))
            if kept and not self._is_name(kept[0], phrase):
                before = before[:1].lower() + before[1:]
            head = [before, base]
        armed = bool(noun and noun.armed) or any(self.low(i) in self.v.armed_modifiers for i in kept)
        kind_type = noun.type if noun else None
        if noun and armed and not noun.armed:
            kind_type = None if any(self.low(i) == "uniformed" for i in kept) else "Political Militias"
        if noun and noun.noun == "forces" and not kept:
            kind_type = None
        civilian = bool(noun and noun.type in UNARMED_TYPES and noun.noun not in self.v.unsure and not armed)
        name = " ".join(h for h in head if h)
        many = bool(noun and self.low(core[-1]) == noun.plural.split()[-1].lower())
        kind: Kind = "group" if noun and armed and self.low(core[-1]) in self.v.group_nouns else "people"
        return Reading(name, kind, None, kind_type, armed, civilian, False, many=many)

    def _ages(self, core: list[int]) -> frozenset[int]:
        """The words of "19-year-old"."""
        for k in range(len(core) - 4):
            if [self.low(i) for i in core[k + 1 : k + 5]] == ["-", "year", "-", "old"]:
                return frozenset(core[k : k + 5])
        return frozenset()

    def _thing(self, phrase: Phrase) -> Reading | None:
        kept = tuple(i for i in phrase.core if self.low(i) not in self.v.loaded_modifiers) or phrase.core
        noun = self.low(phrase.head)
        if not any(c.isalpha() for c in noun):
            return None
        name = self.text(kept)
        name = name if any(is_capital(self.words[i]) for i in kept[1:]) or self._is_name(kept[0], phrase) else name[:1].lower() + name[1:]
        if noun in self.v.leaders:
            return Reading(name, "person")
        if noun in self.v.group_nouns or noun in self.v.org_words:
            return Reading(name, "group", armed=noun in self.v.armed_org_words)
        return Reading(name, "thing")


def _label_by_word(analysis: Analysis) -> list[set[str]]:
    labels: list[set[str]] = [set() for _ in analysis.words]
    for mention in (*analysis.mentions, *analysis.toponyms):
        kind = "Location" if mention in analysis.toponyms else mention.kind
        for i in range(mention.first, mention.last):
            labels[i].add(kind)
    return labels

