"""Which event a verb or noun names by what it is done to, by whom or with what, as the tree has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.tree import Tree
from dateline.knowledge.actors.nouns import ActorNoun, load_actor_nouns
from dateline.knowledge.codebook.frames import NOTHING, Fillers, Frame, load_frames
from dateline.knowledge.codebook.references import TRYING
from dateline.knowledge.event_words import event_words
from dateline.knowledge.irregular_verbs import irregular_verbs

_WORDS = event_words()

LONGEST_COMPOUND = 3
"""Words of the longest compound that a frame names."""
_FLAT = 5
"""Words after a verb among which its object is looked for where the tree gives none."""
_PARTICLE = 4
"""Words after a verb among which its particle stands: "shot all six of them down" is further, and rare."""
_GOVERNED = frozenset({"obj", "nsubj:pass", "obl"})
_LEFT_DEAD = 8
"""Words behind "left" among which it says how people were left."""
_SAME_SUBJECT = frozenset({"conj", "xcomp", "advcl"})


def frame_of(i: int, tree: Tree) -> str | None:
    """The sub-type of the first frame that the words around the verb or noun ``i`` fill (``NOTHING`` included), or ``None``."""
    word = tree.words[i]
    if word.deprel == "amod":  # "stolen oil", "the surrounding villages": a quality of something, told in passing
        return None
    if word.deprel == "acl" and word.lemma in _WORDS.describing and word.xpos != "VBG":
        return NOTHING
    if word.lemma in TRYING and (tried := tree.dependents(i, "xcomp")):
        return frame_of(tried[0], tree)
    if leaves_harmed(i, tree):
        return None
    if word.upos == "VERB":
        lemma = irregular_verbs().get(word.text.lower(), word.lemma)
        for particle, frame in load_frames().verbs.get(lemma, ()):
            if (not particle or _has_particle(i, particle, tree)) and _fits(frame, i, tree):
                return frame.sub_type
    elif word.upos == "NOUN":
        return next((f.sub_type for f in load_frames().nouns.get(word.lemma, ()) if _fits(f, i, tree)), None)
    return None


def leaves_harmed(verb: int, tree: Tree) -> bool:
    """"Left six dead", "leaving dozens wounded": a toll, nobody's departure."""
    if tree.words[verb].lemma != "leave" or tree.words[verb].upos != "VERB":
        return False
    below = tree.words[verb + 1 : tree.subtree(verb)[1]]
    return any(w.lemma in ("dead", "wounded", "injured", "homeless", "injure", "wound") for w in below[:_LEFT_DEAD])


def objects(i: int, tree: Tree) -> list[int]:
    """Heads of what verb ``i`` is done to, or of what noun ``i`` is of, each with its conjuncts."""
    word = tree.words[i]
    if word.upos == "NOUN":
        return _expanded(tree.dependents(i, "nmod", "compound"), tree)
    found = tree.dependents(i, "obj", "nsubj:pass", "iobj")
    if word.deprel == "acl" and word.xpos == "VBN":
        found = [*found, word.head]
    passive = bool(tree.dependents(i, "aux:pass", "nsubj:pass", "obl:agent"))
    return _expanded(found or ([] if passive else list(_flat_object(i, tree))), tree)


def subjects(i: int, tree: Tree) -> list[int]:
    """Heads of who does what verb ``i`` says, looked for up the tree where the verb shares its subject."""
    for _ in range(3):
        word = tree.words[i]
        agents = [k for k in tree.dependents(i, "obl", "obl:agent") if _preposition(k, tree) == "by"]
        found = tree.dependents(i, "nsubj") or agents
        if found or word.head == i or tree.dependents(i, "nsubj:pass"):
            return _expanded([*found, *_antecedent(found, i, tree)], tree)
        if word.deprel == "acl" and word.xpos == "VBG":
            return _expanded([word.head], tree)
        marked = word.deprel == "advcl" and tree.dependents(i, "mark")
        if marked or word.deprel not in _SAME_SUBJECT or tree.words[word.head].upos != "VERB":
            return []
        i = word.head
    return []


def _antecedent(found: list[int], verb: int, tree: Tree) -> list[int]:
    """What "who", "which" or "that" stands for as the subject of a relative clause."""
    relative = any(tree.words[k].xpos in ("WP", "WDT") for k in found)
    return [tree.words[verb].head] if relative and tree.words[verb].deprel == "acl:relcl" else []


def _fits(frame: Frame, i: int, tree: Tree) -> bool:
    if frame.subjects and not _filled(subjects(i, tree), frame.subjects, tree):
        return False
    if frame.objects and not _filled(objects(i, tree), frame.objects, tree):
        return False
    if frame.modifiers and not _filled(_modifiers(i, tree), frame.modifiers, tree):
        return False
    if frame.adverbs and not frame.adverbs & {tree.words[k].lemma for k in tree.children[i]}:
        return False
    if frame.obliques and not any(_oblique(i, p, fillers, tree) for p, fillers in frame.obliques.items()):
        return False
    if frame.near and not frame.near & {w.lemma for w in tree.words[tree.sentence(i).first : tree.sentence(i).last]}:
        return False
    word = tree.words[i]
    if frame.governors and not (word.deprel in _GOVERNED and tree.words[word.head].lemma in frame.governors):
        return False
    if frame.cases and not frame.cases & {tree.words[k].lemma for k in tree.dependents(i, "case")}:
        return False
    if frame.within and not any(_run_below(i, run, tree) for run in frame.within):
        return False
    return not frame.infinitive or _governs_infinitive(i, tree)


def _filled(heads: Iterable[int], fillers: Fillers, tree: Tree) -> bool:
    return any(_fills(k, fillers, tree) for k in heads)


def _fills(k: int, fillers: Fillers, tree: Tree) -> bool:
    if fillers.anything or any(name in fillers.lemmas for name in names(k, tree)):
        return True
    if "place" in fillers.kinds and any(m.first <= k < m.last for m in tree.analysis.toponyms):
        return True
    noun = actor_noun(k, tree) if fillers.kinds else None
    if noun is None:
        return False
    return (
        ("armed" in fillers.kinds and noun.armed)
        or ("civilians" in fillers.kinds and noun.type == "Civilians")
        or ("protesters" in fillers.kinds and noun.type in ("Protesters", "Rioters"))
    )


def actor_noun(k: int, tree: Tree) -> ActorNoun | None:
    """The entry among the nouns for actors for what word ``k`` heads: "men", "armed men"."""
    described = " ".join(tree.words[c].lemma for c in tree.dependents(k, "amod") if c < k)
    forms = [name.replace("_", " ") for name in names(k, tree)]
    with_quality = [f"{described} {form}" for form in forms] if described else []
    found = (load_actor_nouns().find(form) for form in [*with_quality, *forms])
    return next((n for n in found if n is not None), None)


def names(k: int, tree: Tree) -> Iterator[str]:
    """The lemma of word ``k``, alone and with the words of its compound before it."""
    name = tree.words[k].lemma
    yield name
    yield from _bases(tree.words[k].text.lower())
    for before in range(k - 1, max(k - LONGEST_COMPOUND, tree.sentence(k).first - 1), -1):
        if tree.words[before].text != "-":
            name = f"{tree.words[before].lemma}_{name}"
            yield name


def _bases(low: str) -> Iterator[str]:
    """The word and its regular singulars: lemmas of plurals go wrong at times."""
    yield low
    for ending, base in (("men", "man"), ("ies", "y"), ("s", "")):
        if low.endswith(ending):
            yield low.removesuffix(ending) + base


def _expanded(heads: Iterable[int], tree: Tree) -> list[int]:
    """The heads, what they are made of ("dozens of cars"), and their conjuncts."""
    found: list[int] = []
    todo = list(heads)
    while todo:
        k = todo.pop(0)
        if k in found:
            continue
        found.append(k)
        todo += tree.dependents(k, "conj")
        if tree.words[k].lemma in _WORDS.measures or tree.words[k].upos in ("NUM", "PRON", "DET"):
            todo += tree.dependents(k, "nmod")
    return found


def _flat_object(verb: int, tree: Tree) -> Iterator[int]:
    """The last noun of the noun phrase right after a verb for which the tree names no object."""
    last = None
    for k in range(verb + 1, min(verb + 1 + _FLAT, tree.sentence(verb).last)):
        upos = tree.words[k].upos
        if upos in ("NOUN", "PROPN"):
            last = k
        elif last is not None or upos not in ("DET", "ADJ", "NUM", "PRON", "ADV"):
            break
    if last is not None:
        yield last


def _modifiers(noun: int, tree: Tree) -> list[int]:
    """Words that describe a noun from before it, hyphenated ones included."""
    tied = tree.dependents(noun, "compound", "amod", "nmod")
    first = max(noun - 2, tree.sentence(noun).first)
    beside = [k for k in range(first, noun) if tree.words[k].upos in ("NOUN", "ADJ", "PUNCT")]
    return [k for k in dict.fromkeys([*tied, *beside]) if k < noun]


def _oblique(i: int, preposition: str, fillers: Fillers, tree: Tree) -> bool:
    """Whether something hangs on ``i``, or on its object, with the preposition and fills the place."""
    holders = [i, *(k for k in tree.children[i] if tree.words[k].deprel in ("obj", "xcomp", "compound:prt"))]
    tied = [k for h in holders for k in tree.children[h] if _preposition(k, tree) == preposition]
    return _filled(_expanded(tied, tree), fillers, tree)


def _preposition(k: int, tree: Tree) -> str:
    cases = tree.dependents(k, "case", "mark")
    return tree.words[cases[0]].lemma if cases else ""


def _has_particle(verb: int, particle: str, tree: Tree) -> bool:
    return any(
        tree.words[k].lemma == particle and (tree.words[k].head == verb or k == verb + 1)
        for k in range(verb + 1, min(verb + 1 + _PARTICLE, tree.sentence(verb).last))
    ) or any(tree.words[k].lemma == particle for k in tree.dependents(verb, "compound:prt"))


def _run_below(i: int, run: tuple[str, ...], tree: Tree) -> bool:
    """Whether the lemmas of ``run`` stand in their order below ``i``, with at most one word between two of them."""
    first, last = tree.subtree(i)
    lemmas = [tree.words[k].lemma for k in range(first, last)]
    return any(_runs_from(at, run, lemmas) for at in range(len(lemmas)))


def _runs_from(at: int, run: tuple[str, ...], lemmas: list[str]) -> bool:
    if lemmas[at] != run[0]:
        return False
    for lemma in run[1:]:
        found = next((k for k in range(at + 1, min(at + 3, len(lemmas))) if lemmas[k] == lemma), None)
        if found is None:
            return False
        at = found
    return True


def _governs_infinitive(verb: int, tree: Tree) -> bool:
    below = tree.dependents(verb, "xcomp", "ccomp", "advcl")
    return any(tree.words[m].lemma == "to" for k in below for m in tree.dependents(k, "mark"))
