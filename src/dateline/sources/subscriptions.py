"""Lists of feeds: OPML, as feed readers write it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.model.errors import SourceError, UsageError


def feed_urls(refs: Sequence[str]) -> list[str]:
    """The feeds that ``refs`` name, each once, in order: URLs of feeds, and paths of OPML files.

    Raises ``SourceError`` for a file that is not OPML or names no feed, ``UsageError`` for what is neither.
    """
    urls: list[str] = []
    for ref in refs:
        if ref.startswith(("http://", "https://")):
            urls.append(ref)
        elif "://" in ref or not Path(ref).is_file():
            raise UsageError(f"{ref} is neither a feed's URL nor a file.", "Give https://… or an OPML file.")
        else:
            urls += _opml(Path(ref))
    return list(dict.fromkeys(urls))


def _opml(path: Path) -> list[str]:
    from lxml import etree  # noqa: PLC0415 - a tenth of a second that only lists need

    # Entities could name other files, or grow without end.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{path} could not be read ({error}).", "Give an OPML file.") from None
    if root is None or root.tag.lower() != "opml":
        raise SourceError(f"{path} is not OPML.", "Export your subscriptions as OPML from a feed reader.")
    urls = []
    for outline in root.iter("outline"):
        named = {name.lower(): value for name, value in outline.attrib.items()}
        url = named.get("xmlurl", "").strip()
        if url.startswith(("http://", "https://")):
            urls.append(url)
    if not urls:
        raise SourceError(f"{path} names no feed.", "Each is an <outline> with an xmlUrl.")
    return urls
