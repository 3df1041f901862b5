"""Places by name: GeoNames (CC BY 4.0), regions and sites of our own, and what the user adds."""

from dateline.knowledge.gazetteer.add import Added, add_file
from dateline.knowledge.gazetteer.candidate import Candidate, Country
from dateline.knowledge.gazetteer.gazetteer import Gazetteer, load_gazetteer, user_store_path
from dateline.knowledge.gazetteer.sources import Source, added_files, remove_file

__all__ = [
    "Added",
    "Candidate",
    "Country",
    "Gazetteer",
    "Source",
    "add_file",
    "added_files",
    "load_gazetteer",
    "remove_file",
    "user_store_path",
]
