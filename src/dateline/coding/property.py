"""Things that stand for those who hold them: an army base, three outposts of the rebels, one of the police's vans."""

from __future__ import annotations

from dateline.coding.entities import Entities
from dateline.coding.entities.phrase import Phrase, read_phrase
from dateline.coding.tree import Range, Tree
from dateline.knowledge.codebook.references import MILITARY_PROPERTY
from dateline.knowledge.event_words import event_words
from dateline.model.analysis import Word

_WORDS = event_words()


def owner_of(span: Range, entities: Entities, tree: Tree) -> Range:
    """The words for whose property ``span`` tells of, where they bear arms; ``span`` itself else."""
    phrase = read_phrase(tree.words, *span)
    if phrase is None or tree.words[phrase.head].lemma not in MILITARY_PROPERTY | _WORDS.of_police:
        return span
    return next((words for words in _owners(phrase, tree) if _bears_arms(words, entities)), span)


def _owners(phrase: Phrase, tree: Tree) -> list[Range]:
    found: list[Range] = [phrase.owner] if phrase.owner else []
    if phrase.possessive is not None:
        found.append((phrase.possessive, phrase.possessive + 1))
    if any(_names_holder(tree.words[k]) for k in range(phrase.first, phrase.head)):
        found.append((phrase.first, phrase.head))
    if phrase.behind in ("of", "belonging", "held") and phrase.rest:
        found.append(phrase.rest)
    elif behind := [k for k in tree.dependents(phrase.head, "nmod") if _of(k, tree)]:
        found.append(tree.subtree(behind[0]))
    return found


def _names_holder(word: Word) -> bool:
    """A noun or name before the thing: an adjective ("an armoured military convoy") only says of what kind it is."""
    return word.upos in ("NOUN", "PROPN") or (word.upos == "ADJ" and word.text[:1].isupper())


def _of(noun: int, tree: Tree) -> bool:
    return any(tree.words[k].text.lower() == "of" for k in tree.dependents(noun, "case"))


def _bears_arms(words: Range, entities: Entities) -> bool:
    """An armed party of a known kind or name: "command" in "a command post" is neither."""
    owner = entities.at(*words)
    if owner is not None and (owner.actor or "").startswith("government-"):
        return True
    return owner is not None and owner.armed and bool(owner.actor or owner.actor_type or owner.name != owner.name.lower())
