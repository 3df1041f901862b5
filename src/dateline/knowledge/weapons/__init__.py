"""What it was done with: weapon words and their kinds."""

from dateline.knowledge.weapons.matcher import NOT_A_WEAPON, Weapons, find_weapons, load_weapons

__all__ = ["NOT_A_WEAPON", "Weapons", "find_weapons", "load_weapons"]
