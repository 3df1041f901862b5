"""The pages of scores."""

from benchmarks.pages import PAGES


def test_every_page_with_a_sealed_part_can_score_it():
    assert {name for name, page in PAGES.items() if page.sealed} == {"desk", "confidence", "incidents"}
