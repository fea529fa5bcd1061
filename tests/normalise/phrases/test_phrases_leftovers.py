"""Nothing is left over: junk before, within or after a good phrase makes it an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regesta.normalise.phrases import read
from tests.normalise.phrases.tables import Row, rows

JUNK = [
    # brackets
    "((((2024?", "(2024", "2024)", "((27 April 2025))", "() 2024", "(27) (April) 2025", "5 May (2022", ")2024(",
    "5 May, (, 2022)", "[2022", "{5 May 2022}", "<5 May 2022>",
    # quotation marks and apostrophes
    "“April 30, 2025", "April 30, 2025”", '"April" 30, 2025', "5 ' May 2022", "5 May' 2022", "''5 May 2022",
    # commas, full stops and other marks
    ",5 May 2022", ", , 5 May 2022", "5 May,, 2022", "5 May 2022,,", "5 May 2022 ,.", ".5 May 2022", "5 May 2022..",
    "5 May 2022…", "2022. 5 May", "between May and. July 2022", "5 May 2022;", "5 May 2022:", "5 May 2022!",
    "!5 May 2022", "5 May 2022*", "5 May 2022 †", "5 May 2022#", "5 May 2022 _", "5 May 2022\\",
    "5 May|2022", "5 May 2022 =",
    # doubt said twice
    "c. c. c. 2024", "about around 2024", "~~2024", "2024??", "probably possibly 2014", "2014 (approx.) (circa)",
    "about before 2014", "c. 1938 – c. c. 1940", "May 2022??",
    # words twice
    "the the 5 May 2022", "5 May May 2022", "5 May 2022 2022", "on on 5 May 2022", "since since 2014", "від від 2014",
    "from from 6 to 10 August 2024", "в в 2014 году", "in the morning morning of 5 May 2022", "2014 року року",
    "some time in some time in 2014", "the week of the week of 3 March 2025", "25 October 1917 (Old Style) O.S.",
    "ongoing since 2014 ongoing", "5 or or 6 May 2022", "and 5 and 6 May 2022", "5, , or 6 May 2022", "late late 2014",
    "5 May 2022 UTC UTC", "10:00 UTC MSK on 5 May 2022",
    # what excludes or does not belong to one another
    "early late 2014", "early 2014 late", "late to early 2014", "the morning, evening of 5 May 2022", "msk 2014",
    "a summer evening 2014", "5 the May 2022", "May the 2022", "5 May 2022 the", "in the in 2014",
    "inclusive 5 May 2022", "26 Apr. and 2025", "26 April – 2025", "6–10 August 2024+", "6–10 August 2024 –",
    "last weekend+",
    "5 either 6 May 2022", "over a year ago", "Saturday of 5 May 2022", "5 May, of in 2022",
    # zones that no clock shows
    "2024-05-01T12:00+99:99", "5 May 2022 at 10:00 UTC+15", "5 May 2022 at 10:00 UTC+3:07", "2024-05-01T12:00-14:15",
    # letters that look like others
    "5 \u041cay 2022", "5 M\u0430y 2022", "wee\u212a of 3 March 2025", "24 лютoго 2022", "5 \uff2day 2022",
    # numbers that are no part of it
    "5 5 May 2022", "5 May 2022 7", "7, 5 May 2022", "2022 5 May 2023", "May 5 2022 14", "20220505", "5 May 02022",
    # names of days that are no dates
    "24/7", "D-Day", "Q3 FY2024", "fiscal year 2024", "Victory Day",
]  # fmt: skip

KEPT = {
    "“April 26, 2025”": "2025-04-26",
    "‘April 26, 2025’": "2025-04-26",
    '"April 26, 2025,"': "2025-04-26",
    "«26 апреля 2025 года»": "2025-04-26",
    "April 26, 2025,": "2025-04-26",
    "April 26, 2025.": "2025-04-26",
    "(April 26, 2025)": "2025-04-26",
    "(April 26, 2025).": "2025-04-26",
    "“(26 April 2025)”": "2025-04-26",
    "Saturday (26 April 2025)": "2025-04-26",
    "26 April (2025)": "2025-04-26",
    "on 26 April 2025 (Saturday),": "2025-04-26",
    "26 Apr. 2025, Sat.": "2025-04-26",
    "the ’90s": "199X",
    "'90s": "199X",
    "5 & 6 May 2022": "{2022-05-05,2022-05-06}",
    "5, 6, and 7 May 2022": "{2022-05-05,2022-05-06,2022-05-07}",
    "both 5 and 6 May 2022": "{2022-05-05,2022-05-06}",
    "2014+": "2014/..",
    "24 February 2022 –": "2022-02-24/..",
    "2014~": "2014~",
    "probably about 2014": "2014%",
    "24 травня 2022 року".replace("й", "и\u0306"): "2022-05-24",
    "9 май 2022".replace("й", "и\u0306"): "2022-05-09",
    "5 May 2022 to 6 May 2022 (inclusive)": "2022-05-05/2022-05-06",
}


@pytest.mark.parametrize("text", JUNK)
def test_junk_makes_it_an_error(text: str) -> None:
    reading = read(text).anchored(None)
    assert [str(candidate) for candidate in reading.candidates] == []
    assert reading.reason


@pytest.mark.parametrize(("text", "edtf"), KEPT.items(), ids=list(KEPT))
def test_what_prose_writes_is_kept(text: str, edtf: str) -> None:
    assert str(read(text).anchored(None).value) == edtf


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2024-05-01T12:00+03:00", "+03:00"),
        ("2024-05-01T12:00-0500", "-05:00"),
        ("2024-05-01 12:00Z", "UTC"),
        ("Thu, 02 May 2024 10:00:00 +0545", "+05:45"),
        ("5 May 2022 at 10:00 UTC-3", "-03:00"),
        ("5 May 2022, 10:00-14:00", None),
    ],
)
def test_a_shift_from_utc_is_kept_as_the_zone(text: str, zone: str | None) -> None:
    reading = read(text).anchored(None)
    assert reading.outcome == "ok"
    assert reading.zone == zone


GOOD = [row for row in rows() if row.kind != "extract" and not row.reading.startswith("error")]
BEFORE = ["(", ")", '"', ";", ":", "!", "*", ",", ".", "xyz", "20222"]
AFTER = ["(", ")", '"', ";", ":", "!", "*", "xyz", "20222", "and", "??", "~~", ",,"]


def _with_junk(row: Row) -> Iterator[str]:
    words = row.phrase.split()
    for place, word in enumerate(words):
        yield " ".join((*words[:place], word, *words[place:]))
    yield from (f"{junk} {row.phrase}" for junk in BEFORE)
    yield from (f"{row.phrase} {junk}" for junk in AFTER)


def test_no_phrase_of_the_tables_bears_a_word_twice_or_junk_at_an_end() -> None:
    borne = [
        text
        for row in GOOD
        for text in _with_junk(row)
        if read(text).anchored(row.anchor, planned=row.kind == "planned").outcome != "error"
    ]
    assert borne == []
