"""Event types, their sub-types, and the PLOVER type that each sub-type is by default."""

from __future__ import annotations

CONTEXT = "Context"

TYPES: dict[str, tuple[str, ...]] = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Suicide bomb",
        "Grenade",
        "Chemical weapon",
    ),
    "Violence against civilians": ("Attack", "Abduction/forced disappearance", "Sexual violence"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
    CONTEXT: (
        "Movement of forces",
        "Displacement",
        "Casualty count",
        "Request",
        "Order",
        "Call to arms",
        "Threat",
        "Accusation",
        "Talks",
        "Aid",
        "Investigation",
        "Blockade",
        "Context other",
    ),
}
"""ACLED's event types and sub-event types, and ``Context``. ``Context other`` is written ``Other`` in a record."""

SUB_TYPES: list[str] = [sub for subs in TYPES.values() for sub in subs]

TYPE_OF: dict[str, str] = {sub: kind for kind, subs in TYPES.items() for sub in subs}

PLOVER_OF: dict[str, str | None] = {
    "Armed clash": "ASSAULT",
    "Government regains territory": "ASSAULT",
    "Non-state actor overtakes territory": "ASSAULT",
    "Air/drone strike": "ASSAULT",
    "Shelling/artillery/missile attack": "ASSAULT",
    "Remote explosive/landmine/IED": "ASSAULT",
    "Suicide bomb": "ASSAULT",
    "Grenade": "ASSAULT",
    "Chemical weapon": "ASSAULT",
    "Attack": "ASSAULT",
    "Abduction/forced disappearance": "ASSAULT",
    "Sexual violence": "ASSAULT",
    "Peaceful protest": "PROTEST",
    "Protest with intervention": "PROTEST",
    "Excessive force against protesters": "COERCE",
    "Violent demonstration": "PROTEST",
    "Mob violence": "ASSAULT",
    "Agreement": "AGREE",
    "Arrests": "COERCE",
    "Change to group/activity": None,
    "Disrupted weapons use": "COERCE",
    "Headquarters or base established": "MOBILIZE",
    "Looting/property destruction": "COERCE",
    "Non-violent transfer of territory": "RETREAT",
    "Other": None,
    "Movement of forces": "MOBILIZE",
    "Displacement": None,
    "Casualty count": None,
    "Request": "REQUEST",
    "Order": None,
    "Call to arms": "MOBILIZE",
    "Threat": "THREATEN",
    "Accusation": "ACCUSE",
    "Talks": "CONSULT",
    "Aid": "AID",
    "Investigation": "ACCUSE",
    "Blockade": "COERCE",
    "Context other": None,
}

VIOLENT: frozenset[str] = frozenset(
    sub for kind in ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots") for sub in TYPES[kind]
) | {"Excessive force against protesters", "Looting/property destruction", "Disrupted weapons use"}
"""Sub-types whose toll is told of the event itself."""

FIGHTING: frozenset[str] = frozenset(
    [*TYPES["Battles"], *TYPES["Explosions/Remote violence"], "Attack", "Disrupted weapons use"]
)
"""Sub-types in which armed participants stand on two sides."""
