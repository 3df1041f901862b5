"""Forms of irregular verbs, to be told apart from what a rule would make of them."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.word_file import WordFile


@cache
def irregular_verbs() -> dict[str, str]:
    """Past forms and participles of verbs, in lower case, to their lemma."""
    forms = WordFile("irregular_verbs.json")["forms"]
    return {form: lemma for lemma, written in forms.items() for form in written.split()}
