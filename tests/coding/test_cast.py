"""Everyone has one part in an event, that which the codebook gives them."""

from dateline.coding.cast import Cast
from dateline.coding.entities import Entity


def entity(name, kind=None, armed=False, civilian=False, thing=False):
    return Entity(name=name, actor=None, actor_type=kind, armed=armed, civilian=civilian, mentions=(), thing=thing)


ARMY = entity("Chadian army", "State Forces", armed=True)
REBELS = entity("rebels", "Rebel Groups", armed=True)
VILLAGERS = entity("villagers", "Civilians", civilian=True)
LORRY = entity("lorry", thing=True)
HOUSES = entity("houses", thing=True)


def names(entities):
    return [e.name for e in entities]


def test_those_who_are_taken_are_the_target():
    cast = Cast(agents=[ARMY], victims=[VILLAGERS])
    cast.tidy("Arrests")
    assert (names(cast.targets), cast.victims) == (["villagers"], [])


def test_armed_people_hurt_by_armed_people_are_the_other_side():
    cast = Cast(agents=[ARMY], targets=[HOUSES], victims=[REBELS, VILLAGERS])
    cast.tidy("Air/drone strike")
    assert (names(cast.targets), names(cast.victims)) == (["houses", "rebels"], ["villagers"])


def test_a_vehicle_gives_way_to_those_in_it_and_a_thing_is_no_victim():
    cast = Cast(agents=[ARMY], targets=[LORRY], victims=[VILLAGERS, HOUSES])
    cast.tidy("Air/drone strike")
    assert (cast.targets, names(cast.victims)) == ([], ["villagers"])


def test_nobody_has_two_parts():
    cast = Cast(agents=[ARMY, REBELS], targets=[REBELS, VILLAGERS], victims=[VILLAGERS], allies=[ARMY])
    cast.tidy("Looting/property destruction")
    assert (names(cast.agents), names(cast.targets), cast.victims) == (["rebels"], ["villagers"], [])


def test_forces_that_are_sent_are_those_that_move():
    cast = Cast(targets=[ARMY])
    cast.tidy("Movement of forces")
    assert (names(cast.agents), cast.targets) == (["Chadian army"], [])


def test_captured_buildings_take_no_part():
    cast = Cast(agents=[REBELS], targets=[HOUSES, ARMY])
    cast.tidy("Non-state actor overtakes territory")
    assert names(cast.targets) == ["Chadian army"]
