"""Pieces of HTML in which nothing that a report says is ever markup."""

from __future__ import annotations

from html import escape

from dateline.exports.wording import printable


def said(text: str) -> str:
    """``text`` as HTML: escaped, control characters and direction overrides as ``�``."""
    return escape(printable(text))


def element(tag: str, content: str, **attributes: str | None) -> str:
    """``<tag …>content</tag>``; ``content`` is HTML already, attributes are escaped here, ``None`` leaves one out.

    A trailing underscore is dropped from attribute names (``class_``), others become hyphens.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{said(value)}"' for name, value in attributes.items() if value is not None
    )
    return f"<{tag}{given}>{content}</{tag}>"


def link(text: str, url: str | None) -> str:
    """``text`` as a link where ``url`` is one that a browser fetches, else as text."""
    if not url or not url.startswith(("https://", "http://")):
        return said(text)
    return element("a", said(text), href=url, rel="noreferrer noopener nofollow")


def counted(number: int, noun: str) -> str:
    """``2 reports``, ``1 report``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(items: list[str]) -> str:
    """``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
