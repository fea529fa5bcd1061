"""COR001–COR004: records that are no longer there."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.marks import whole_file
from regesta.model.tombstone import Gone
from regesta.rules.registry import rule
from regesta.rules.suggestions import did_you_mean
from regesta.rules.survey import Survey, spot


@rule("COR001", Severity.ERROR)
def deleted_without_tombstone(survey: Survey) -> Iterator[Finding]:
    """A published record is gone, and nothing stands in its place.

    ## Why
    People have cited its address. A tombstone keeps it, and says what happened and where to look instead. (Checked
    when a base revision is given: `--base`.)

    ## Wrong
    The file is deleted:

    ```yaml
    # entries/kursk-raid.yml (as published)
    title: Raid into Kursk Oblast
    type: military
    date: 2024-08-10
    cite:
      reuters: {source: reuters-gornal}
    ```

    ## Right
    The file says where its record went:

    ```yaml
    # entries/kursk-raid.yml
    gone: merged
    into: [kursk-incursion]
    on: 2026-01-05
    why: The same event, told twice.
    ```
    """
    for (kind, record_id), path in survey.deleted.items():
        yield Finding(
            whole_file(path),
            f"the {kind.noun} `{record_id}` was published and is gone",
            "bring it back, or put a tombstone there: `id`, `gone: merged|withdrawn|split`, `into`, `on`, `why`",
        )


@rule("COR002", Severity.ERROR)
def tombstone_into_nothing(survey: Survey) -> Iterator[Finding]:
    """A tombstone points to a record that does not exist.

    ## Why
    The old address would lead readers to an error page.

    ## Wrong
    ```yaml
    # entries/kursk-raid.yml
    gone: merged
    into: [kursk-incurson]
    on: 2026-01-05
    why: The same event.
    ```

    ## Right
    ```yaml
    # entries/kursk-raid.yml
    gone: merged
    into: [kursk-incursion]
    on: 2026-01-05
    why: The same event.
    ```
    """
    for (kind, record_id), tombstone in survey.corpus.tombstones.items():
        for number, target in enumerate(tombstone.into):
            if survey.known(kind, target):
                continue
            if target == record_id or (kind, target) not in survey.corpus.tombstones:
                yield Finding(
                    spot(tombstone, f"into[{number}]"),
                    f"`{record_id}` went into itself" if target == record_id else f"there is no {kind.noun} `{target}`",
                    did_you_mean(survey.ids[kind].nearest(target)),
                )


@rule("COR003", Severity.ERROR)
def tombstone_into_a_tombstone(survey: Survey) -> Iterator[Finding]:
    """A tombstone points to another tombstone.

    ## Why
    Readers would be sent from one to the next. Each tombstone points to where the record is now.

    ## Wrong
    ```yaml
    # entries/gone.yml
    - {id: kursk-raid, gone: merged, into: [kursk-attack], on: 2026-01-05, why: The same event.}
    - {id: kursk-attack, gone: merged, into: [kursk-incursion], on: 2026-01-06, why: The same event.}
    ```

    ## Right
    ```yaml
    # entries/gone.yml
    - {id: kursk-raid, gone: merged, into: [kursk-incursion], on: 2026-01-05, why: The same event.}
    - {id: kursk-attack, gone: merged, into: [kursk-incursion], on: 2026-01-06, why: The same event.}
    ```
    """
    for (kind, record_id), tombstone in survey.corpus.tombstones.items():
        for number, target in enumerate(tombstone.into):
            end = survey.corpus.tombstones.get((kind, target))
            if end is not None and target != record_id:
                yield Finding(
                    spot(tombstone, f"into[{number}]"),
                    f"`{target}` is a tombstone itself",
                    f"write {' and '.join(f'`{each}`' for each in end.into)}" if end.into else "withdraw this one too",
                    ((end.mark, "the other tombstone"),),
                )


@rule("COR004", Severity.ERROR)
def tombstone_without_sense(survey: Survey) -> Iterator[Finding]:
    """A tombstone says that a record was merged, and not into what; or withdrawn, and into what.

    ## Why
    A merged record goes into one other, a split one into two or more, a withdrawn one into none. The old page does
    accordingly: it redirects, lists or explains.

    ## Wrong
    ```yaml
    # entries/kursk-raid.yml
    gone: withdrawn
    into: [kursk-incursion]
    on: 2026-01-05
    why: The same event.
    ```

    ## Right
    ```yaml
    # entries/kursk-raid.yml
    gone: merged
    into: [kursk-incursion]
    on: 2026-01-05
    why: The same event.
    ```
    """
    wanted = {Gone.MERGED: "exactly one record", Gone.SPLIT: "two records or more", Gone.WITHDRAWN: "no other record"}
    for (_, record_id), tombstone in survey.corpus.tombstones.items():
        count = len(tombstone.into)
        fits = {Gone.MERGED: count == 1, Gone.SPLIT: count >= 2, Gone.WITHDRAWN: count == 0}
        if not fits[tombstone.gone]:
            yield Finding(
                spot(tombstone, "into" if count else "gone"),
                f"`{record_id}` was {tombstone.gone.value}, which goes into {wanted[tombstone.gone]}, not {count}",
                "correct `gone` or `into`",
            )
