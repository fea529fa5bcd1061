"""REF010–REF013: references to a part of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from regesta.model.dates import EVENT
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Citation, Claim, Entry
from regesta.model.faults import Lost, Remains
from regesta.model.ids import is_id
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.normalise.lexical import is_reference
from regesta.rules import remains
from regesta.rules.registry import rule
from regesta.rules.suggestions import Suggestions, did_you_mean, listed
from regesta.rules.survey import Survey, places, spot


class _Use(NamedTuple):
    """A citation key below `claims` or `figures`."""

    key: str
    number: int
    """Which of the keys of its item it is."""
    items: tuple[Mark, ...]
    """What uses it, the innermost first: a `quote` has no `cite` of its own, it is printed by what its voice cites."""


def _uses(entry: Entry) -> Iterator[_Use]:
    for claim in entry.claims.values():
        for voice in claim.voices:
            words = {each.cite for each in voice.words}
            for number, key in enumerate(voice.cites):
                if key not in words:
                    yield _Use(key, number, (voice.mark,))
            for each in voice.words:
                yield _Use(each.cite, 0, (each.mark, voice.mark))
    for figure in entry.figures.values():
        for value in figure.values:
            for number, key in enumerate(value.cites):
                yield _Use(key, number, (value.mark,))


def _spot(survey: Survey, entry: Entry, use: _Use) -> Mark:
    found = (survey.inside(entry, item, f"cite[{use.number}]", "cite") for item in use.items)
    return next((mark for mark, item in zip(found, use.items, strict=True) if mark != item), use.items[0])


@rule("REF010", Severity.ERROR)
def unknown_citation(survey: Survey) -> Iterator[Finding]:
    """A voice, a quotation or a number cites a key that the entry does not have.

    ## Why
    Below `claims` and `figures`, `cite` names a key of the entry's own `cite` list: that is how words and their
    source stay together.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: app}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap}
    ```
    """
    lost: dict[str, list[tuple[Remains, Lost]]] = {}
    for left, each in remains.of_entries(survey.remains, remains.CITATION):
        if is_id(each.text) and f"cite.{each.text}" not in left.marks:
            lost.setdefault(left.id, []).append((left, each))
    for entry in survey.corpus.entries.values():
        unknown: dict[str, list[Mark]] = {}
        for use in _uses(entry):
            if use.key not in entry.citations and f"cite.{use.key}" not in entry.marks:
                unknown.setdefault(use.key, []).append(_spot(survey, entry, use))
        for _, each in lost.pop(entry.id, ()):
            unknown.setdefault(each.text, []).append(each.mark)
        if unknown and not survey.unread_part(entry, "cite"):
            yield from _unknown_citations(survey, entry.citations, unknown)
    for several in lost.values():
        left, _ = several[0]
        keys = [field.removeprefix("cite.") for field in left.marks if re.fullmatch(r"cite\.[^.]*", field)]
        unknown = {}
        for _, each in several:
            unknown.setdefault(each.text, []).append(each.mark)
        if keys:
            yield from _unknown_citations(survey, dict.fromkeys(keys), unknown)


def _unknown_citations(
    survey: Survey, known: Mapping[str, Citation | None], unknown: Mapping[str, Sequence[Mark]]
) -> Iterator[Finding]:
    """A finding for each key that one entry uses and does not have, with all places where it does."""
    for key, found in unknown.items():
        first, *more = sorted(found)
        if survey.misspelt(first.path, key):
            continue
        by_source = next((name for name, each in known.items() if each is not None and each.ref == key), None)
        nearest = by_source or Suggestions(known).nearest(key)
        yield Finding(
            first,
            f"the entry has no citation `{key}`",
            did_you_mean(nearest, f"its keys are {listed(known)}" if known else ""),
            places([(mark, "and here") for mark in more]),
        )


def _claim(entry: Entry, claim_id: str) -> Claim | None:
    claim = entry.claims.get(claim_id)
    return claim if claim is not None and claim.entry is None else None


def _claim_ids(entry: Entry) -> list[str]:
    return [claim.id for claim in entry.claims.values() if claim.entry is None]


@rule("REF011", Severity.ERROR)
def unknown_claim(survey: Survey) -> Iterator[Finding]:
    """A claim is named that does not exist.

    ## Why
    A voice added to a claim of another entry, or a rival, belongs to a claim that is there; otherwise it would be
    lost.

    ## Wrong
    ```yaml
    cite:
      reuters: {source: reuters-gornal}
    claims:
      kursk-retaken/retakn:
        voices:
          - {by: volodymyr-zelenskyy, stance: denies, cite: reuters}
    ```

    ## Right
    ```yaml
    cite:
      reuters: {source: reuters-gornal}
    claims:
      kursk-retaken/retaken:
        voices:
          - {by: volodymyr-zelenskyy, stance: denies, cite: reuters}
    ```
    """
    for entry in survey.corpus.entries.values():
        for key, claim in entry.claims.items():
            for owner, claim_id, field in _claims_named(entry, claim):
                if not _has_claim(survey, owner, claim_id):
                    yield _unknown_claim(survey, entry.id, owner, claim_id, spot(entry, f"claims.{key}{field}"))
    for left, each in remains.of_entries(survey.remains, remains.CLAIM):
        owner, slash, claim_id = each.text.rpartition("/")
        named = bool(slash) or each.field.endswith("]")  # a key without a slash names a claim of its own
        if named and is_id(claim_id) and not _has_claim(survey, owner or left.id, claim_id):
            yield _unknown_claim(survey, left.id, owner or left.id, claim_id, each.mark)


def _has_claim(survey: Survey, owner: str, claim_id: str) -> bool:
    """Whether an entry has a claim; an unknown or refused entry is reported by another rule."""
    other = survey.corpus.entries.get(owner)
    if other is None or _claim(other, claim_id) is not None or f"claims.{claim_id}" in other.marks:
        return True
    return survey.misspelt(other.path, claim_id) or survey.unread_part(other, "claims")


def _unknown_claim(survey: Survey, entry: str, owner: str, claim_id: str, mark: Mark) -> Finding:
    ids = _claim_ids(survey.corpus.entries[owner])
    nearest = Suggestions(ids).nearest(claim_id)
    if nearest is not None and owner != entry:
        nearest = f"{owner}/{nearest}"
    return Finding(
        mark,
        f"the entry `{owner}` has no claim `{claim_id}`",
        did_you_mean(nearest, f"its claims are {listed(ids)}" if ids else "it has no claims"),
    )


def _claims_named(entry: Entry, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The claims that a claim refers to: entry, id, and the field that does it."""
    if claim.entry is not None:
        yield claim.entry, claim.id, ""
    for number, rival in enumerate(claim.rivals):
        owner, _, rival_id = rival.rpartition("/")
        yield owner or entry.id, rival_id, f".rivals[{number}]"


@rule("REF012", Severity.ERROR)
def judgement_about_nothing(survey: Survey) -> Iterator[Finding]:
    """A judgement is about something that the entry does not have.

    ## Why
    A decision must be about something a reader sees: `date`, `date/<moment>`, `claims/<id>`, `figures/<id>`,
    `actors/<id>` of this entry, or `entries/<id>`.

    ## Wrong
    ```yaml
    judgements:
      - {about: claims/retaken, by: an-editor, on: 2026-01-05, why: The general staff confirmed it.}
    ```

    ## Right
    ```yaml
    judgements:
      - {about: date, by: an-editor, on: 2026-01-05, why: The general staff confirmed the day.}
    ```
    """
    lost = _lost(survey, remains.JUDGED)
    for entry in survey.corpus.entries.values():
        judged = [(each.about, survey.inside(entry, each.mark, "about")) for each in entry.judgements]
        judged += lost.get(entry.id, ())
        known = _judgeable(survey, entry) if judged else {}
        suggestions = Suggestions(known)
        for about, mark in judged:
            written = about.replace("/", ".", 1) in entry.marks
            head, _, tail = about.partition("/")
            if survey.misspelt(entry.path, tail) or survey.unread_part(entry, head):
                continue
            if about not in known and not written and not _entry_known(survey, about):
                if head == Kind.ENTRY.value:
                    found = survey.ids[Kind.ENTRY].nearest(tail)
                    nearest = f"{head}/{found}" if found else None
                else:
                    nearest = suggestions.nearest(about)
                yield Finding(
                    mark,
                    f"the entry has no `{about}` to judge",
                    did_you_mean(nearest, f"it may be about {listed(known)}, or another entry: `entries/<id>`"),
                )


def _lost(survey: Survey, fields: re.Pattern[str]) -> dict[str, list[tuple[str, Mark]]]:
    """The texts of some fields in the lost parts of entries, with their places, by the id of the entry."""
    found: dict[str, list[tuple[str, Mark]]] = {}
    for left, each in remains.of_entries(survey.remains, fields):
        if is_reference(each.text):
            found.setdefault(left.id, []).append((each.text, each.mark))
    return found


def _judgeable(survey: Survey, entry: Entry) -> dict[str, None]:
    conclusions = survey.corpus.conclusions.get(entry.id)
    moments = sorted({*entry.moments, *(conclusions.dates if conclusions else ())} - {EVENT})
    speakers = [voice.by.actor for claim in entry.claims.values() for voice in claim.voices if voice.by.actor]
    actors = dict.fromkeys([*(mention.ref for mention in entry.actors), *speakers])
    return dict.fromkeys(
        (
            "date",
            *(f"date/{moment}" for moment in moments),
            *(f"claims/{claim}" for claim in entry.claims),
            *(f"figures/{figure}" for figure in entry.figures),
            *(f"actors/{actor}" for actor in actors),
            *(f"cite/{key}" for key in entry.citations),
        )
    )


def _entry_known(survey: Survey, about: str) -> bool:
    head, _, tail = about.partition("/")
    return head == Kind.ENTRY.value and (
        survey.known(Kind.ENTRY, tail) or (Kind.ENTRY, tail) in survey.corpus.tombstones
    )


@rule("REF013", Severity.ERROR)
def reading_about_nothing(survey: Survey) -> Iterator[Finding]:
    """A source's differing reading is about something unknown.

    ## Why
    `readings` keeps what a source says differently about a thing that the entry has; the page shows it beside that
    thing.

    ## Wrong
    ```yaml
    cite:
      reuters:
        source: reuters-gornal
        readings: [{about: actor/volodymyr-zelenskyy, says: Zelensky}]
    actors: [volodymyr-zelenskyy]
    ```

    ## Right
    ```yaml
    cite:
      reuters:
        source: reuters-gornal
        readings: [{about: actors/volodymyr-zelenskyy, says: Zelensky}]
    actors: [volodymyr-zelenskyy]
    ```
    """
    lost = _lost(survey, remains.READING)
    for entry in survey.corpus.entries.values():
        remarks = [remark for citation in entry.citations.values() for remark in citation.readings]
        read = [(each.about, survey.inside(entry, each.mark, "about")) for each in remarks]
        read += lost.get(entry.id, ())
        if not read:
            continue
        judgeable = _judgeable(survey, entry)
        known = [*judgeable, *(f"places/{mention.ref}" for mention in entry.places)]
        suggestions = Suggestions(known)
        for about, mark in read:
            head, _, tail = about.partition("/")
            if survey.misspelt(entry.path, tail) or survey.unread_part(entry, head):
                continue
            if not _readable(survey, judgeable, about):
                yield Finding(
                    mark,
                    f"the entry has nothing called `{about}`",
                    did_you_mean(suggestions.nearest(about), f"it may be about {listed(known)}"),
                )


FIELDS = ("title", "type", "date", "summary", "places", "actors", "claims", "figures")
"""Fields of an entry that a source may put differently as a whole."""


def _readable(survey: Survey, judgeable: dict[str, None], about: str) -> bool:
    if about in FIELDS or about in judgeable:
        return True
    head, _, tail = about.partition("/")
    return head in {kind.value for kind in Kind} and survey.known(Kind(head), tail)
