"""Incidents of many claims: time that grows no worse than n log n, one more report in under a second, bounded memory."""

import tracemalloc

import pytest

from benchmarks import incident_scale, store_scale
from dateline.incidents import fuse
from dateline.store import open_store


@pytest.mark.slow
def test_fusing_grows_no_worse_than_n_log_n():
    # A tenfold step; the benchmark's page measures the next one, up to 100,000 claims.
    growth = incident_scale.scores((3_000, 30_000))[-1]
    assert growth.holds(), growth.value


@pytest.mark.slow
def test_fusing_takes_a_bounded_share_of_memory_for_each_claim():
    taken = []
    for claims in (2_000, 8_000):
        records = list(incident_scale.records(claims))
        tracemalloc.start()
        fuse(records)
        taken.append(tracemalloc.get_traced_memory()[1] / claims)
        tracemalloc.stop()
    assert taken[1] < 1.2 * taken[0]
    assert taken[1] < 20_000, "bytes a claim"


@pytest.mark.slow
def test_one_more_report_in_a_store_of_100_000_claims_takes_less_than_a_second(tmp_path):
    with open_store(tmp_path / "scale.db") as store:
        store_scale.build(store, incident_scale.records(store_scale.CLAIMS))
        assert max(store_scale.seconds_each(store, store_scale.more(12))) < 1.0
