"""robots.txt: whether a site lets programs fetch a page (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dateline.model.errors import SourceError
from dateline.sources.fetching import FetchLimits, fetch

AGENT = "dateline"


class Robots:
    """What the sites' robots.txt say; each is fetched once in the life of this object."""

    def __init__(self, limits: FetchLimits) -> None:
        self._limits = limits
        self._sites: dict[str, RobotFileParser] = {}

    def check(self, url: str) -> None:
        """Raises ``SourceError`` where the site asks programs not to fetch ``url``, or its rules cannot be had.

        A site that has no robots.txt (any answer of 400–499) allows everything; one that has a fault is to be
        left alone (RFC 9309, 2.3.1).
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._sites:
            self._sites[site] = self._rules(f"{site}/robots.txt")
        if not self._sites[site].can_fetch(AGENT, url):
            raise SourceError(
                f"{site} asks programs not to fetch {url} (robots.txt).", "Ask the site, or save it from a browser."
            )

    def _rules(self, url: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            lines = fetch(url, self._limits).content.decode("utf-8", "replace").splitlines()
        except SourceError as error:
            if error.status is None or not 400 <= error.status < 500:
                raise
            lines = []
        rules.parse(lines)
        return rules
