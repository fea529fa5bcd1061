"""REF014, REF016: the moments of an event."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.dates import EVENT
from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import GAP
from regesta.model.marks import Mark
from regesta.rules import remains
from regesta.rules.registry import rule
from regesta.rules.suggestions import Suggestions, did_you_mean
from regesta.rules.survey import Survey, spot

MOMENTS = ("announced", "planned", "spoken", "published", "start", "end", "in-force")
"""Moments that every entry may speak of without declaring them."""


@rule("REF014", Severity.ERROR)
def unknown_moment(survey: Survey) -> Iterator[Finding]:
    """A source states the date of a moment that the entry does not declare.

    ## Why
    The usual moments are known: announced, planned, spoken, published, start, end, in-force. One of another name must
    stand under `moments`; otherwise a misspelt name would take its witness away from the others.

    ## Wrong
    ```yaml
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk, stated: {anounced: 6 August 2024}}
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk, stated: {announced: 6 August 2024}}
    ```
    """
    lost: dict[str, list[tuple[str, Mark]]] = {}
    for left, each in remains.of_entries(survey.remains, remains.MOMENT):
        lost.setdefault(left.id, []).append((each.field.rpartition(".")[2], each.mark))
    for entry in survey.corpus.entries.values():
        known = dict.fromkeys((EVENT, *MOMENTS, *entry.moments))
        stated = [
            (moment, spot(entry, f"cite.{citation.key}.stated.{moment}"))
            for citation in entry.citations.values()
            for moment in citation.stated
            if moment not in known
        ]
        stated += [each for each in lost.get(entry.id, ()) if each[0] not in known]
        if f"{GAP}moments" in entry.marks:
            continue  # They may stand where the file could not be parsed.
        for moment, mark in stated:
            likely = _usual(moment) or Suggestions(known).nearest(moment)
            mend = did_you_mean(likely, f"declare it: `moments: [{moment}]`")
            yield Finding(mark, f"the entry declares no moment `{moment}`", mend)


_FORMS = {
    "start": "started starts starting begin begins began begun beginning",
    "end": "ended ends ending finish finishes finished finishing",
    "announced": "announce announces announcing announcement",
    "planned": "plan plans planning",
    "spoken": "speak speaks spoke speaking",
    "published": "publish publishes publishing publication",
    "in-force": "inforce in-effect into-force entered-into-force entry-into-force enters-into-force force",
}
_USUAL = {form: name for name, forms in _FORMS.items() for form in forms.split()}
"""Other forms of the words by which the usual moments are called."""


def _usual(moment: str) -> str | None:
    """The usual moment that a name is another form of, or misspells by a letter or two exchanged, lost or added."""
    if moment in MOMENTS or moment == EVENT:
        return None
    return _USUAL.get(moment) or next((usual for usual in MOMENTS if _slip(moment, usual)), None)


def _slip(written: str, meant: str) -> bool:
    """Whether one letter is wrong, lost, added or doubled, or two neighbours are exchanged."""
    if min(len(written), len(meant)) < 4 or abs(len(written) - len(meant)) > 1:
        return False
    same = next((at for at, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), None)
    if same is None:
        return True
    one, other = written[same:], meant[same:]
    exchanged = len(one) > 1 and one[1] + one[0] + one[2:] == other
    return exchanged or one[1:] == other[1:] or one[1:] == other or one == other[1:]


@rule("REF016", Severity.WARNING)
def moment_under_another_name(survey: Survey) -> Iterator[Finding]:
    """A moment is declared by a name that is nearly a usual one.

    ## Why
    A moment may have a name of its own: `ceasefire`, `lift-off`. But pages, and the check that no event ends before it
    starts, know seven: announced, planned, spoken, published, start, end, in-force. `begun` or `strat` is another
    moment to them.

    ## Wrong
    ```yaml
    date: 2024-08
    moments:
      strat: 2024-08-06
    ```

    ## Right
    ```yaml
    date: 2024-08
    moments:
      start: 2024-08-06
    ```
    """
    for entry in survey.corpus.entries.values():
        for moment in entry.moments:
            usual = _usual(moment)
            # Where both are there, the editor knows them apart.
            if usual is not None and usual not in entry.moments:
                yield Finding(
                    spot(entry, f"moments.{moment}"),
                    f"the moment `{moment}` is not the usual `{usual}`",
                    f"write `{usual}`, here and wherever a source states it; or choose a name less like it",
                )
