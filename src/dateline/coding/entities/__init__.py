"""Who a report's noun phrases are about: names, registry actors, and what points back to whom."""

from dateline.coding.entities.entity import Entity
from dateline.coding.entities.reading import Entities, read_entities

__all__ = ["Entities", "Entity", "read_entities"]
