"""What the pages share: one head, one way to fill a template, and where their parts lie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

_MARK = re.compile(r"\{\{(\w+)\}\}")


def asset(*names: str) -> str:
    """A file of the pages, by its path below ``assets``."""
    return files("dateline.exports").joinpath("assets", *names).read_text(encoding="utf-8")


def filled(template: str, fillings: Mapping[str, str]) -> str:
    """``template`` with its ``{{marks}}`` filled, in one pass: a mark that stands in a report's own text is no mark."""
    return _MARK.sub(lambda mark: fillings[mark[1]], template)


def whole_page(*, title: str, policy: str, style: str, body: str) -> str:
    """A page around ``body``; ``title`` is HTML, ``policy`` what the page may load, ``style`` CSS."""
    return filled(asset("page.html"), {"title": title, "policy": policy, "style": style, "body": body})
