"""DAT001–DAT009: the words of a date."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.edtf import EdtfError, Value, day_of
from regesta.model.corpus import Corpus
from regesta.model.dates import DateText, Reading
from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.model.source import Source
from regesta.normalise.dates import INSTEAD_OF_UNREAD
from regesta.reconcile.anchors import anchor_of
from regesta.rules.dates.phases import reversed_phases
from regesta.rules.dates.unjudged import ambiguous, printed_so, unjudged
from regesta.rules.registry import rule
from regesta.rules.suggestions import listed
from regesta.rules.survey import Survey, settled, spot


@rule("DAT001", Severity.ERROR)
def not_edtf(survey: Survey) -> Iterator[Finding]:
    """A date that must be EDTF is not.

    ## Why
    The dates of records that no article speaks of (when a page was published, when an office was held) are written
    in the notation of ISO 8601-2, so that nobody has to guess. 30 February exists in no notation.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 7 August 2024
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    ```
    """
    return survey.refusals(Reason.BAD_EDTF)


@rule("DAT002", Severity.ERROR)
def phrase_not_understood(survey: Survey) -> Iterator[Finding]:
    """A date phrase cannot be read.

    ## Why
    A phrase is read whole or not at all: a program that picks out the part it knows is confidently wrong. Keep the
    words of the source that speak of the date, and leave the others out. Some phrases show only on the day of their
    source that they mean nothing: "from 5 May until 3 May" ends before it begins.

    ## Wrong
    ```yaml
    date: 31 February 2022
    ```

    ## Right
    ```yaml
    date: February 2022
    ```
    """
    yield from survey.refusals(Reason.BAD_PHRASE)
    for date, reading, anchor in _failed(survey):
        if _on_a_day(date, anchor).outcome == "error":
            yield Finding(
                date.mark,
                f"`{date.text}` cannot be read as a date: {reading.reason}",
                INSTEAD_OF_UNREAD,
            )


def _failed(survey: Survey) -> Iterator[tuple[DateText, Reading, Value]]:
    """What sources state that cannot be read, though there is a day to count from; with that day."""
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        for agreement in conclusions.dates.values() if conclusions else ():
            for witness in agreement.witnesses:
                if all(reading.outcome != "error" for reading in witness.readings):
                    continue
                citation = entry.citations[witness.cite]
                anchor = anchor_of(survey.corpus.source_of(entry, citation))[0]
                dates = citation.stated.get(agreement.moment, ())
                for date, reading in zip(dates, witness.readings, strict=False):
                    if reading.outcome == "error" and anchor is not None:
                        yield date, reading, anchor


def _on_a_day(date: DateText, anchor: Value) -> Reading:
    """What a phrase means, counted from one day, however little is known of the day of its source."""
    day = anchor.earliest if anchor.earliest is not None else anchor.latest
    try:
        known = anchor if day is None else day_of(day)
    except EdtfError:  # a year of five digits has no days
        known = anchor
    return date.phrase.anchored(known)


@rule("DAT003", Severity.ERROR)
def unknown_zone(survey: Survey) -> Iterator[Finding]:
    """A time zone is not known.

    ## Why
    The zone decides on which day an hour of the night falls. Write it as the time zone database does: `Europe/Kyiv`.

    ## Wrong
    ```yaml
    zone: Kyiv time
    ```

    ## Right
    ```yaml
    zone: Europe/Kyiv
    ```
    """
    return survey.refusals(Reason.BAD_ZONE)


def _spoken(survey: Survey) -> Iterator[tuple[DateText, Reading, Source | None]]:
    """The days of voices and numbers, each as the source that is cited first means it."""
    for entry in survey.corpus.entries.values():
        for claim in entry.claims.values():
            for voice in claim.voices:
                if voice.on is not None:
                    yield voice.on, *survey.as_cited(entry, voice.on, voice.cites)
        for figure in entry.figures.values():
            for value in figure.values:
                if value.as_of is not None:
                    yield value.as_of, *survey.as_cited(entry, value.as_of, value.cites)


@rule("DAT004", Severity.ERROR)
def ambiguous_day(survey: Survey) -> Iterator[Finding]:
    """The day of a voice or a number can be read in two ways.

    ## Why
    What a source prints under `stated` may be ambiguous, and is kept. The order of voices decides where a claim
    stands, so their days must be clear: `07/08/2024` is July to some readers and August to others.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 07/08/2024, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-07, cite: ap}
    ```
    """
    for date, reading, _ in _spoken(survey):
        if reading.outcome == "ambiguous":
            choices = [str(candidate) for candidate in reading.candidates]
            mend = f"write the one you mean, such as `{choices[-1]}`" if choices else ""
            yield Finding(date.mark, f"the day “{date.text}” can mean {listed(choices)}", mend)


@rule("DAT005", Severity.ERROR)
def day_leans_on_nothing(survey: Survey) -> Iterator[Finding]:
    """The day of a voice or a number is relative, and the source cited has no date to count from.

    ## Why
    "On Saturday" is counted from the day of the article. Without it nobody can tell which party spoke last.

    ## Wrong
    ```yaml
    date: 2024-08-06
    cite:
      seed: {url: "https://nukeprepping.com/putin-declares-kursk-victory"}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: last Wednesday, cite: seed}
    ```

    ## Right
    ```yaml
    date: 2024-08-06
    cite:
      seed: {url: "https://nukeprepping.com/putin-declares-kursk-victory"}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-07, cite: seed}
    ```
    """
    for date, reading, source in _spoken(survey):
        if reading.outcome == "error" and not (source is not None and survey.unread_in(source.mark)):
            yield Finding(
                date.mark,
                f"the day “{date.text}” cannot be told: {reading.reason}",
                "write it in full, or give the source its `published`",
                ((spot(source, "published"), "the source"),) if source is not None else (),
            )


def _unanchored(corpus: Corpus) -> Iterator[tuple[DateText, Source]]:
    """The relative phrases of citations whose source has no day to count from."""
    for entry in corpus.entries.values():
        for citation in entry.citations.values():
            source = corpus.source_of(entry, citation)
            if source is None or anchor_of(source)[0] is not None:
                continue
            for dates in citation.stated.values():
                # Beside a date that stands by itself it is kept, and tells nothing more.
                if all(date.phrase.needs_anchor for date in dates):
                    yield from ((date, source) for date in dates)


@rule("DAT006", Severity.WARNING)
def relative_phrase_without_anchor(survey: Survey) -> Iterator[Finding]:
    """A source says "on Saturday", and its own date is not known.

    ## Why
    Such a phrase is counted from the day the article was written. Without that day it says nothing, and the witness
    does not vote.

    ## Wrong
    ```yaml
    cite:
      seed:
        url: https://nukeprepping.com/putin-declares-kursk-victory
        stated: last August
    ```

    ## Right
    ```yaml
    cite:
      seed:
        url: https://nukeprepping.com/putin-declares-kursk-victory
        stated: last August
        published: 2025-04-27
    ```
    """
    for date, source in _unanchored(survey.corpus):
        if source.published is None and not survey.unread_in(source.mark):
            yield Finding(
                date.mark,
                f"“{date.text}” depends on the day the source was written, and the source has no date",
                "give the source a `dateline` or `published`; until then the phrase does not count",
                ((spot(source, "published"), "the source"),),
            )
    for date, reading, anchor in _failed(survey):
        if _on_a_day(date, anchor).outcome != "error":
            yield Finding(
                date.mark,
                f"“{date.text}” depends on the day the source was written: {reading.reason}",
                "write that day as its `dateline` or `published`; until then the phrase does not count",
            )


@rule("DAT007", Severity.WARNING)
def anchored_on_an_inferred_date(survey: Survey) -> Iterator[Finding]:
    """A source says "on Saturday", and its publication date was inferred.

    ## Why
    Somebody concluded the day of publication from what the article tells. To date what it tells by that day would
    be to reason in a circle; the witness does not vote.

    ## Wrong
    ```yaml
    cite:
      seed:
        url: https://nukeprepping.com/putin-declares-kursk-victory
        published: 2025-04
        published_from: inferred
        stated: last August
    ```

    ## Right
    ```yaml
    cite:
      seed:
        url: https://nukeprepping.com/putin-declares-kursk-victory
        published: 2025-04
        published_from: inferred
        stated: August 2024
    ```
    """
    for date, source in _unanchored(survey.corpus):
        if source.published is not None:
            yield Finding(
                date.mark,
                f"“{date.text}” would be counted from a publication date that was itself inferred",
                "find the date on the page or in its address, or quote a phrase that stands alone",
                ((spot(source, "published"), "the inferred date"),),
            )


@rule("DAT008", Severity.WARNING)
def words_of_a_date_disagree(survey: Survey) -> Iterator[Finding]:
    """The words of one date contradict each other: the weekday is not that day's.

    ## Why
    "Saturday (27 April 2025)" was a Sunday. One of the two is wrong, and the program does not choose: both readings
    stay possible. Look whether the source printed it so; if it did, say that in a judgement about `cite/<key>`, and
    this is not asked again.

    ## Wrong
    ```yaml
    cite:
      reuters: {source: reuters-gornal, stated: "Saturday, 27 April 2025"}
    ```

    ## Right
    ```yaml
    cite:
      reuters: {source: reuters-gornal, stated: "Saturday, 26 April 2025"}
    ```
    """
    for entry, witness, date, reading in ambiguous(survey):
        # Other findings, such as a day after that of the source, leave one reading.
        if reading.findings:
            yield Finding(
                date.mark,
                f"“{date.text}”: {'; '.join(reading.findings)}",
                f"if it was miscopied, correct the weekday or the day; {printed_so(survey, entry, witness.cite)}",
            )


@rule("DAT009", Severity.WARNING)
def source_contradicts_itself(survey: Survey) -> Iterator[Finding]:
    """One source gives two dates that cannot both be true.

    ## Why
    Both are kept and shown, and the source counts for either. Readers should know; and it may be a slip in the
    entry, such as the date of another event. If it is none, say that in a judgement about `cite/<key>`.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: [5 August 2024, 6 August 2024]}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: [August 2024, 6 August 2024]}
    ```
    """
    for entry, _, witness in unjudged(survey):
        if witness.conflict:
            texts = " against ".join(f"“{text}”" for text in witness.texts)
            yield Finding(
                spot(entry, f"cite.{witness.cite}.stated"),
                f"the source `{witness.cite}` contradicts itself: {texts}",
                printed_so(survey, entry, witness.cite),
            )
    for entry, second, first, key in reversed_phases(survey):
        if not settled(entry, f"cite/{key}"):
            yield Finding(
                spot(entry, f"cite.{key}.stated.{second}"),
                f"the source `{key}` has `{second}` before `{first}`",
                f"were the two exchanged? {printed_so(survey, entry, key)}",
                ((spot(entry, f"cite.{key}.stated.{first}"), first),),
            )
