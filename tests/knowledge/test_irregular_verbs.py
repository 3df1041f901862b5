"""Forms that no rule makes."""

from dateline.knowledge.irregular_verbs import irregular_verbs


def test_forms_lead_to_their_verb():
    forms = irregular_verbs()
    assert (forms["sought"], forms["shot"], forms["withdrew"], forms["fled"]) == ("seek", "shoot", "withdraw", "flee")


def test_no_regular_form_stands_among_them():
    assert [f for f, lemma in irregular_verbs().items() if f in (lemma, lemma + "ed", lemma + "s", lemma + "ing")] == []
