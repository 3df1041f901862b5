"""English names of languages, by their two- or three-letter codes."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def language_names() -> dict[str, str]:
    """ISO 639 code to English name, from ``languages.csv`` (all that py3langid 0.4 tells apart)."""
    source = files("dateline.knowledge").joinpath("languages.csv").read_text("utf-8")
    lines = [line for line in source.splitlines() if not line.startswith("#")]
    return {row["code"]: row["name"] for row in csv.DictReader(lines)}


def language_name(code: str) -> str:
    """``"fr"`` as ``"French"``; an unknown code as ``"the language 'xx'"``."""
    return language_names().get(code, f"the language '{code}'")
