"""Forms of irregular verbs, to be told apart from what a rule would make of them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def irregular_verbs() -> dict[str, str]:
    """Past forms and participles of verbs, in lower case, to their lemma."""
    raw = json.loads((files("dateline.knowledge") / "irregular_verbs.json").read_text("utf-8"))
    return {form: lemma for lemma, forms in raw["forms"].items() for form in forms.split()}
