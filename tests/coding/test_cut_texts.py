"""Reports that break off in mid-sentence are coded, too."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")

TEXT = (
    "Rebels killed three soldiers near Goma on Monday, said a source quoted by the Valley Post, citing the army's spokesman, "
    "who denied it had shelled the town of Sake in response to the raid and called on both sides to respect the truce"
)


def test_every_beginning_of_a_report_is_coded():
    words = TEXT.split()
    for end in range(1, len(words)):
        dateline.code(" ".join(words[:end]), outlet="The Valley Post", published="2024-05-20")
