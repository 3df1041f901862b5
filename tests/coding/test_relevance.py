"""Reports of sport and trade in the words of war give no claims."""

import pytest

from dateline.coding.draft import ROLES, Draft
from dateline.coding.relevance import of_conflict
from dateline.knowledge.relevance import features, load_relevance
from dateline.model.claim import Participant

WAR = "Militants ambushed an army convoy near the border town and killed four soldiers, a military spokesman said."
SPORT = "The striker scored twice in the second half as the league leaders survived a late siege to win the match."


def draft(sub_type, actor_type=None):
    d = Draft((0, 1), sub_type, 0.9, "news", [(0, 5)], {role: [] for role in ROLES})
    d.participants = [Participant("agent", None, "x", None, actor_type, ())] if actor_type else []
    return d


def test_words_of_war_and_of_sport_are_told_apart():
    assert load_relevance().log_odds(WAR) > 1 > load_relevance().log_odds(SPORT)


def test_a_report_of_sport_has_no_claims():
    assert of_conflict([draft("Blockade"), draft("Attack")], SPORT) == []


@pytest.mark.parametrize(("armed", "kept"), [("Rebel Groups", 1), (None, 0)])
def test_context_alone_needs_someone_armed(armed, kept):
    assert len(of_conflict([draft("Request", armed)], WAR)) == kept


def test_features_are_plain_words_without_a_plural_s():
    assert features("Rebels, rebels' 2,000 glass M23 of") == {"rebel", "glass"}


def test_the_daily_work_of_the_police_is_no_conflict():
    theft = "Two men were arrested by traffic police after a shop theft, officers said."
    assert of_conflict([draft("Arrests", "State Forces")], theft) == []


def test_arrests_of_rebels_are_conflict():
    assert len(of_conflict([draft("Arrests", "Rebel Groups")], WAR)) == 1


def test_the_wars_of_a_film_are_no_conflict():
    film = "In his latest thriller a squad of soldiers storms a village and kills dozens of rebels before dawn."
    assert of_conflict([draft("Attack", "Rebel Groups")], film) == []


def test_a_parade_or_a_drill_tells_of_conflict_only_where_someone_is_hurt():
    drill = "Troops began a joint naval exercise off Kerch in which marines storm a beach and ships fire missiles."
    assert of_conflict([draft("Armed clash", "State Forces")], drill) == []
    assert of_conflict([draft("Movement of forces", "State Forces")], "Tanks rolled through Lomé in the annual parade.") == []
