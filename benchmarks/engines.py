"""What the pages measure, loaded once a run and only where a page asks for it."""

from __future__ import annotations

from functools import cached_property

from dateline.knowledge.gazetteer import Gazetteer, load_gazetteer
from dateline.language.analyse import Analyser
from dateline.language.network import Network, load
from dateline.run.coder import Coder


class Engines:
    """The engine as shipped, by how much of it a page needs."""

    @cached_property
    def network(self) -> Network:
        """The network's files."""
        return load()

    @cached_property
    def analyser(self) -> Analyser:
        """The language step."""
        return Analyser(self.network)

    @cached_property
    def coder(self) -> Coder:
        """Language and coding."""
        return Coder()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The shipped gazetteer."""
        return load_gazetteer()
