"""Phrases of a stranger: reading never raises, never takes long, and an answer keeps its promises."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import parse
from regesta.normalise.phrases import read

_WORDS = """
January feb. Mar april MAY 26 26th 2025 '25 1990s 19th century Saturday on the of in early mid late last this
next week month year ago before after since until by between and to from or – - / . , ( ) around circa c.
about probably spring Q2 first half quarter overnight night morning noon 18:00 6pm Moscow time local UTC+3
yesterday today tomorrow two three several лютого року 24 апреля года г. минулого summer end beginning start
second day present ongoing BC AD 0 31 30 13 2014-15 2021-22 03/04/2025 24.02.2022 2022-02-24 [ ] { } .. ~ ? %
""".split()
_near = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
_anchors = st.sampled_from(
    [None, *map(parse, ("2025-04-28", "2025-04", "2025", "2024-02-29", "9999-12-31", "-0044-03-15"))]
)


@given(_near | st.text(max_size=300), _anchors, st.booleans())
def attack(text: str, anchor: object, planned: bool) -> None:
    """One of three outcomes, each whole."""
    started = time.perf_counter()
    phrase = read(text)
    reading = phrase.anchored(anchor, planned=planned)  # type: ignore[arg-type]
    assert time.perf_counter() - started < 1
    assert (reading.value is not None) == (reading.outcome == "ok")
    assert bool(reading.reason) or reading.outcome != "error"
    assert len(set(reading.candidates)) == len(reading.candidates)
    if reading.outcome == "ambiguous":
        assert len(reading.candidates) > 1
    for candidate in reading.candidates:
        assert parse(str(candidate)) == candidate
        for low, high in candidate.days:
            assert reading.days.intersect(type(reading.days).of((low, high))).ranges == ((low, high),)
