"""COR050: one event entered twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from regesta.edtf import Days
from regesta.immutable import immutable
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.model.kinds import Kind
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, settled, spot

ALIKE = 0.6
"""Share of words (Jaccard) that two titles must have in common."""

LOOK_BACK = 300
"""How many earlier entries that share a rare word are compared with one.

A bound for files made to be slow, out of reach of real ones.
"""

_WORD = re.compile(r"\w+")
_SHORT = {"US": "united states", "UK": "united kingdom", "EU": "european union", "UN": "united nations"}
"""Names that some titles shorten and others do not."""
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """
    a an and are as at be by for from has have he her his in into is it its of on or over she that the their they to
    was were with
""",
    )
)


@immutable(frozen=True, slots=True)
class _Title:
    entry: Entry
    words: frozenset[str]
    numbers: frozenset[str]
    days: Days
    first: int
    last: int | None


def _words(title: str) -> Iterator[str]:
    for word in _WORD.findall(title):
        yield from _SHORT.get(word, word.casefold()).split()


def _titles(survey: Survey) -> list[_Title]:
    found = []
    for entry in survey.corpus.entries.values():
        when = survey.effective(entry)
        words = frozenset(_words(entry.title)) - _SMALL
        if when is None or not words or when.days.is_empty:
            continue
        earliest, latest = when.earliest, when.latest
        # An open beginning stands at its latest day, as in the order of the site.
        first = earliest if earliest is not None else latest
        if first is not None:
            numbers = frozenset(word for word in words if word.isdigit())
            found.append(_Title(entry, words, numbers, when.days, first, latest))
    return sorted(found, key=lambda title: (title.first, title.entry.id))


def _likely(titles: list[_Title]) -> Iterator[tuple[_Title, _Title]]:
    """Each title with the first earlier one of overlapping days that is alike.

    A prefix filter (Chaudhuri, Ganti & Kaushik, ICDE 2006) over a sweep by day: two titles that share enough words
    share one of their rarest few, so only titles still running under one of those words are compared.
    """
    rarity = Counter(word for title in titles for word in title.words)
    running: defaultdict[str, list[_Title]] = defaultdict(list)
    for title in titles:
        ordered = sorted(title.words, key=lambda word: (rarity[word], word))
        # ceil(ALIKE * n) words in common leave n - that + 1 in which the first shared one must be.
        prefix = ordered[: len(ordered) - -(-len(ordered) * int(ALIKE * 100) // 100) + 1]
        match = None
        for word in prefix:
            live = [other for other in running[word] if other.last is None or other.last >= title.first][-LOOK_BACK:]
            if match is None:
                match = next((other for other in live if _alike(title, other)), None)
            running[word] = [*live, title]
        if match is not None:
            yield title, match


def _alike(one: _Title, other: _Title) -> bool:
    common = len(one.words & other.words)
    if common < ALIKE * len(one.words | other.words) or one.numbers != other.numbers:
        return False
    if one.days.intersect(other.days).is_empty:
        return False
    places = {mention.ref for mention in one.entry.places}, {mention.ref for mention in other.entry.places}
    elsewhere = bool(places[0] and places[1] and not places[0] & places[1])
    linked = any(related.entry == other.entry.id for related in one.entry.related) or any(
        related.entry == one.entry.id for related in other.entry.related
    )
    return not elsewhere and not linked and not _told_apart(one.entry, other.entry)


def _told_apart(one: Entry, other: Entry) -> bool:
    return settled(one, f"{Kind.ENTRY.value}/{other.id}") or settled(other, f"{Kind.ENTRY.value}/{one.id}")


@rule("COR050", Severity.WARNING)
def near_duplicate(survey: Survey) -> Iterator[Finding]:
    """Two entries of the same time have nearly the same title.

    ## Why
    They are probably one event, entered by two people. If they are, merge them, and leave a tombstone; if not, a
    judgement says so, or a `related` link tells how they differ.

    ## Wrong
    ```yaml
    title: Ukrainian forces enter Kursk Oblast in an incursion
    date: 2024-08-06
    ```

    ## Right
    ```yaml
    title: Ukrainian forces enter Kursk Oblast in an incursion
    date: 2024-08-06
    judgements:
      - {about: entries/kursk-incursion, by: an-editor, on: 2026-01-05, why: This is its first hour alone.}
    ```
    """
    for title, other in _likely(_titles(survey)):
        yield Finding(
            spot(title.entry, "title"),
            f"this looks like `{other.entry.id}`: “{other.entry.title}”",
            f"merge them, or add a judgement about `entries/{other.entry.id}` that says how they differ",
            ((spot(other.entry, "title"), f"`{other.entry.id}`"),),
        )
