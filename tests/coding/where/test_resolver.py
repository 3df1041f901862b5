"""Places resolved in short texts written for the purpose."""

import re

import pytest

from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.knowledge.gazetteer.gazetteer import built_in
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.model.claim import Place
from dateline.model.span import Span

RESOLVER = PlaceResolver(built_in())


def resolve(text: str, countries: tuple[str, ...] = (), dateline: str | None = None) -> list[Place]:
    """Names stand in square brackets in ``text``; the brackets are taken out first."""
    plain, mentions, last = "", [], 0
    for match in re.finditer(r"\[([^]]+)\]", text):
        plain += text[last : match.start()]
        start = len(plain)
        plain += match[1]
        mentions.append((start, len(plain)))
        last = match.end()
    plain += text[last:]
    spans = [PlaceMention(Span.of(plain, *m)) for m in mentions]
    places = RESOLVER.resolve(plain, spans, countries=countries, dateline=dateline)
    assert [p.text for p in places] == [plain[p.span.start : p.span.end] for p in places]
    return list(places)


def near(place: Place, lat: float, lon: float, km: float = 25.0) -> bool:
    return (
        place.lat is not None and place.lon is not None and distance_km(place.lat, place.lon, lat, lon) <= km
    )


def test_country_named_in_the_text_chooses_among_namesakes() -> None:
    (tripoli, _) = resolve("Clashes in [Tripoli] as factions in northern [Lebanon] traded fire.")
    assert tripoli.country == "LB"
    (tripoli, _) = resolve("Clashes in [Tripoli] as rival forces in [Libya] traded fire.")
    assert tripoli.country == "LY"


def test_adjective_of_a_country_counts() -> None:
    (hama,) = resolve("Syrian warplanes hit the town of [Salamiyah].")
    assert hama.country == "SY"


def test_comma_names_the_container() -> None:
    paris, texas = resolve("Officers in [Paris], [Texas], arrested two men.")
    assert near(paris, 33.66, -95.55)
    assert (texas.feature, texas.where_prec) == ("ADM1", 4)


def test_abbreviated_state_after_the_comma_needs_no_mention() -> None:
    (springfield,) = resolve("A man was shot in [Springfield], Ill., on Monday.")
    assert springfield.admin1 == "Illinois"


def test_hints_stand_where_the_text_says_nothing() -> None:
    (london,) = resolve("The council of [London] met on Monday.", countries=("CA",))
    assert london.country in {"CA", "GB"}
    (athens,) = resolve("A shooting in [Kandi] left two dead.", countries=("BJ",))
    assert athens.country == "BJ"


def test_unknown_village_takes_its_region_and_says_so() -> None:
    village, province = resolve("Gunmen attacked [Qaryat Mathal] in northern [Raqqa], residents said.")
    assert village.id is None
    assert village.name == "Qaryat Mathal"
    assert (village.country, village.admin1) == ("SY", "Raqqa")
    assert village.reason is not None
    assert "Raqqa" in village.reason
    assert village.geo_precision is not None
    assert village.geo_precision >= 2
    assert province.feature == "ADM1"
    assert village.lat is not None
    assert village.lat > 36.0


def test_list_shares_its_container() -> None:
    places = resolve("Fighting spread to [Wahmi], [Khayali] and [Zaifa] in eastern [Idlib].")
    assert {p.country for p in places} == {"SY"}
    assert all(p.reason for p in places[:3])


def test_unknown_name_stays_open() -> None:
    (place,) = resolve("Gunmen attacked [Xqzvwtrplk] at dawn.")
    assert (place.lat, place.lon, place.id, place.country, place.geo_precision) == (None,) * 5
    assert place.reason


def test_a_small_place_in_another_country_is_not_taken() -> None:
    places = resolve("Syrian troops in [Damascus], [Homs] and [Aleppo], Syria, then moved on to [Winfield].")
    assert places[3].lat is None
    assert places[3].reason


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A bomb went off in [Mosul].", "at"),
        ("A bomb went off near [Mosul].", "near"),
        ("A bomb went off on the outskirts of [Mosul].", "near"),
        ("A bomb went off in the vicinity of [Mosul].", "near"),
        ("The convoy left from [Mosul] at dawn.", "from"),
        ("Troops were sent to [Mosul] on Sunday.", "to"),
        ("The convoy advanced towards [Mosul].", "to"),
        ("The convoy travelled through [Mosul].", "via"),
        ("The attack, according to [Mosul] residents, was brief.", "at"),
        ("Fighting went on across [Iraq].", "via"),
        ("There was fighting in [Iraq].", "area"),
    ],
)
def test_relation_is_read_from_the_words_before(text: str, relation: str) -> None:
    assert resolve(text)[0].relation == relation


def test_list_shares_its_relation() -> None:
    raqqa, homs = resolve("Reinforcements were sent from [Raqqa] and [Homs] on Monday.")
    assert (raqqa.relation, homs.relation) == ("from", "from")


def test_distance_and_bearing_give_a_point() -> None:
    (place,) = resolve("A drone fell 20 km north of [Kharkiv].")
    assert near(place, 49.98 + 20 / 111.2, 36.25, 3)
    assert (place.relation, place.geo_precision, place.where_prec) == ("near", 2, 2)
    (place,) = resolve("A mine went off 10 miles (16 km) south-west of [Kharkiv].")
    assert place.lat is not None
    assert place.lon is not None
    assert place.lat < 49.98
    assert place.lon < 36.2
    assert place.radius_km == pytest.approx(4.0, abs=0.2)


def test_distance_without_bearing_widens_the_radius() -> None:
    (place,) = resolve("The village lies 30 kilometres from [Goma].")
    assert place.lat == pytest.approx(-1.67, abs=0.05)
    assert place.radius_km is not None
    assert place.radius_km > 30


def test_between_two_towns_is_the_middle() -> None:
    one, other = resolve("A truck was ambushed on the road between [Homs] and [Hama] on Monday.")
    assert one == other
    assert near(one, 34.93, 36.73, 5)
    assert one.text == "Homs and Hama"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen closed the road from [Homs] to [Hama] on Monday.",
        "The highway linking [Homs] and [Hama] was shelled.",
        "An ambush on the [Homs]-[Hama] highway killed five.",
    ],
)
def test_ends_of_a_road_are_its_middle(text: str) -> None:
    one, other = resolve(text)
    assert one == other
    assert near(one, 34.93, 36.73, 5)


def test_a_journey_is_no_road() -> None:
    one, other = resolve("The convoy drove from [Homs] to [Hama] on Monday.")
    assert (one.relation, other.relation) == ("from", "to")


def test_surrounding_villages_make_an_area_of_a_town() -> None:
    (place,) = resolve("Jets bombed [Saraqib] and the surrounding villages in Syria.")
    assert (place.relation, place.geo_precision, place.where_prec) == ("area", 2, 2)
    assert place.radius_km is not None and place.radius_km > 10


def test_a_distance_in_words_is_read() -> None:
    (place,) = resolve("He was shot two kilometres north of [Homs].")
    assert place.relation == "near"
    assert near(place, 34.742, 36.726, 1)


def test_between_capitals_is_no_place_on_a_road() -> None:
    one, other = resolve("Relations between [Moscow] and [Paris] are tense.")
    assert (one.country, other.country) == ("RU", "FR")


def test_town_and_division_of_one_name() -> None:
    assert resolve("Shelling hit [Kharkiv] on Monday.")[0].feature == "PPL"
    assert resolve("Shelling hit [Kharkiv] region on Monday.")[0].feature == "ADM1"
    part = resolve("Shelling hit eastern [Kharkiv] on Monday, officials in [Ukraine] said.")[0]
    assert (part.feature, part.geo_precision, part.relation) == ("ADM1", 2, "area")
    assert part.lon is not None
    assert part.lon > 36.6


def test_countryside_of_a_town_is_an_area() -> None:
    (place,) = resolve("Shells fell on the [Salamiyah countryside] in Syria.")
    assert (place.relation, place.geo_precision) == ("area", 2)


def test_sites_come_from_the_registry() -> None:
    omar, conoco = resolve("Rockets hit the [Omar] oil field and the [Conoco gas plant] in Syria.")
    assert (omar.id, conoco.id) == ("site:al-omar-oil-field", "site:conoco-gas-field")
    assert (omar.geo_precision, omar.where_prec) == (1, 1)


def test_unnamed_facility_lies_where_its_words_say() -> None:
    (place,) = resolve("Doctors at [a hospital in Khan Younis] counted nine dead.")
    assert near(place, 31.34, 34.30)
    assert place.reason


@pytest.mark.parametrize(
    ("text", "geo", "where"),
    [
        ("A blast in [Mosul].", 1, 1),
        ("A blast near [Mosul].", 2, 2),
        ("A blast in [Nineveh] province.", 3, 4),
        ("A blast in [Iraq].", 3, 6),
        ("A ship was hit in the [Red Sea].", 3, 7),
        ("Boats crossed the [Euphrates].", 3, 5),
    ],
)
def test_precision_codes(text: str, geo: int, where: int) -> None:
    place = resolve(text)[0]
    assert (place.geo_precision, place.where_prec) == (geo, where)


def test_same_text_same_places_in_any_order() -> None:
    text = "Clashes in Homs, Hama and Idlib in Syria."
    spans = [
        PlaceMention(Span.of(text, text.index(n), text.index(n) + len(n)))
        for n in ("Homs", "Hama", "Idlib", "Syria")
    ]
    forward = RESOLVER.resolve(text, spans)
    backward = RESOLVER.resolve(text, spans[::-1])
    assert forward == backward[::-1]


def test_no_mentions_no_places() -> None:
    assert RESOLVER.resolve("Nothing here.", []) == ()


def test_many_places_take_linear_time() -> None:
    names = ["Homs", "Hama", "Goma", "Kabul", "Herat", "Springfield", "San Antonio", "Kyiv"]
    text = ", ".join(names[i % len(names)] for i in range(4000))
    spans, at = [], 0
    for part in text.split(", "):
        spans.append(PlaceMention(Span(at, at + len(part), part)))
        at += len(part) + 2
    assert len(RESOLVER.resolve(text, spans)) == 4000


def test_a_short_name_is_no_place_that_only_sounds_like_it() -> None:
    (dayr, _) = resolve("Clashes broke out in [Dayr] on Monday, officials in [Syria] said.")
    assert (dayr.id, dayr.lat, dayr.geo_precision) == (None, None, None)


def test_an_unknown_district_takes_the_country_of_the_report() -> None:
    (district,) = resolve("Fighters attacked two posts in [Xolabewi district] on Monday.", countries=("NE",))
    assert (district.country, district.id, district.geo_precision) == ("NE", None, 3)
    assert district.name == "Xolabewi district"
    assert district.reason
    assert "Niger" in district.reason


def test_the_way_to_the_outskirts_leads_near_the_town() -> None:
    start, end = resolve("The army moved troops from its barracks in [Bunia] to the outskirts of [Kisangani].")
    assert (start.relation, end.relation) == ("from", "to")
    assert end.geo_precision == 2


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("People of [Palma] in [Cabo Delgado] fled. Others walked to [Nhamissoro].", "Cabo Delgado"),
        ("Shells fell on [Nabatieh] and [Bint Jbeil]. Patrols found a launcher near [Qallouya].", "Nabatieh"),
        ("In the district of [Macomia], fighters burned boats at [Nkoewe].", "Macomia"),
        ("Clashes broke out in the [Wahra] neighbourhood of [Aleppo].", "Aleppo"),
        ("Police shot a man in [Delmina], a district of [Port-au-Prince].", "Port-au-Prince"),
    ],
)
def test_an_unknown_name_is_placed_in_what_the_text_speaks_of_beside_it(text: str, region: str) -> None:
    unknown = next(p for p in resolve(text) if p.id is None)
    assert unknown.lat is not None
    assert unknown.geo_precision is not None
    assert unknown.geo_precision >= 2
    assert region in (unknown.reason or "")


def test_an_unknown_name_beside_two_countries_stays_open() -> None:
    unknown = resolve("Troops left [Palma] in [Cabo Delgado] for [Tanzania] and camped at [Nhamissoro].")[-1]
    assert (unknown.lat, unknown.country) == (None, None)


def test_a_quarter_of_one_town_is_not_moved_to_a_namesake_abroad() -> None:
    zeitoun = resolve("Tanks pushed into [Zeitoun], a neighbourhood of [Gaza City], before dawn.")[0]
    assert zeitoun.country == "PS"
    assert near(zeitoun, 31.5, 34.47)


@pytest.mark.parametrize(
    ("text", "unlike"),
    [
        ("Police raided houses in the [Nigeria] sector of [Guayaquil].", "NG"),
        ("Shells fell near [Salah al-Din] road in [Gaza City].", "IQ"),
    ],
)
def test_a_part_of_a_town_is_neither_country_nor_province(text: str, unlike: str) -> None:
    assert resolve(text)[0].country != unlike


@pytest.mark.parametrize(
    ("text", "relation", "geo", "where"),
    [
        ("Fighters attacked an army post in [Jibia] district.", "area", 2, 3),
        ("A patrol was ambushed on the road to [Kaya].", "via", 1, 1),
        ("The unit withdrew from the southern outskirts of [Bakhmut].", "from", 2, 2),
        ("Rockets were fired from [Beit Hanoun] at [Sderot].", "at", 1, 1),
    ],
)
def test_relations_of_districts_roads_and_outskirts(text: str, relation: str, geo: int, where: int) -> None:
    place = resolve(text)[-1]
    assert (place.relation, place.geo_precision, place.where_prec) == (relation, geo, where)


def test_nautical_miles_are_longer() -> None:
    (place,) = resolve("Pirates seized a dhow 30 nautical miles off [Hobyo].")
    (other,) = resolve("Pirates seized a dhow 30 nautical miles east of [Hobyo].")
    assert place.relation == "near"
    assert other.lon is not None
    assert other.lon == pytest.approx(48.53 + 55.6 / 110.8, abs=0.05)


def test_who_owns_a_region_is_not_near_what_lies_in_it() -> None:
    _, country, region = resolve("Gunmen struck outside [Barsalogho], in [Burkina Faso]'s [Centre-Nord] region.")
    assert (country.relation, region.relation) == ("area", "area")


def test_a_road_with_one_known_end_lies_near_it() -> None:
    known, unknown = resolve("A car was hit on the road between [Nabatieh] and [Kfar Rumman].")
    assert (known.relation, unknown.relation) == ("near", "near")
    assert near(unknown, 33.38, 35.48)


def test_a_district_that_a_town_owns_is_not_its_namesake_elsewhere() -> None:
    _, district = resolve("Shelling killed a woman in [Kherson]'s [Dniprovskyi] district.")
    assert near(district, 46.64, 32.61, 60.0)
