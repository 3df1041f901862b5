"""The codebook's rules of who: armed sides fight, the unarmed are attacked, and who takes ground says how it is called."""

import pytest

from dateline.coding.entities import Entity
from dateline.coding.participants import settle


def entity(name, kind=None, armed=False, civilian=False):
    return Entity(name=name, actor=None, actor_type=kind, armed=armed, civilian=civilian, mentions=())


ARMY = entity("Chadian army", "State Forces", armed=True)
REBELS = entity("rebels", "Rebel Groups", armed=True)
VILLAGERS = entity("villagers", "Civilians", civilian=True)
DEPOT = entity("fuel depot")


@pytest.mark.parametrize(
    ("sub_type", "agents", "others", "expected"),
    [
        ("Attack", [REBELS], [ARMY], "Armed clash"),
        ("Attack", [REBELS], [VILLAGERS], "Attack"),
        ("Attack", [], [ARMY], "Attack"),
        ("Armed clash", [REBELS], [VILLAGERS], "Attack"),
        ("Armed clash", [REBELS], [DEPOT], "Armed clash"),
        ("Armed clash", [ARMY], [REBELS, VILLAGERS], "Armed clash"),
        ("Non-state actor overtakes territory", [ARMY], [REBELS], "Government regains territory"),
        ("Government regains territory", [REBELS], [ARMY], "Non-state actor overtakes territory"),
        ("Government regains territory", [ARMY, REBELS], [], "Government regains territory"),
        ("Air/drone strike", [ARMY], [VILLAGERS], "Air/drone strike"),
    ],
)
def test_who_settles_the_sub_type(sub_type, agents, others, expected):
    assert settle(sub_type, agents, others) == expected


def test_swapping_the_sides_changes_no_clash():
    assert settle("Attack", [REBELS], [ARMY]) == settle("Attack", [ARMY], [REBELS])
