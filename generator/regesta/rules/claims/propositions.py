"""CLM003, CLM004, CLM007: claims and their rivals."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Claim, Entry, Stance
from regesta.reconcile.claims import MOST_RIVALS
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


def of_entries(survey: Survey) -> Iterator[tuple[Entry, str, Claim]]:
    """Every claim as it stands in an entry, with its key there."""
    for entry in survey.corpus.entries.values():
        for key, claim in entry.claims.items():
            yield entry, key, claim


@rule("CLM003", Severity.ERROR)
def rival_of_itself(survey: Survey) -> Iterator[Finding]:
    """A claim is named as its own rival.

    ## Why
    Asserting a claim denies its rivals; it cannot deny itself.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        rivals: [provocation]
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        rivals: [defence]
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap}
      defence:
        says: The incursion is an act of defence.
        voices:
          - {by: volodymyr-zelenskyy, stance: asserts, cite: ap}
    ```
    """
    for entry, key, claim in of_entries(survey):
        own = (
            {claim.id, f"{claim.entry or entry.id}/{claim.id}"}
            if claim.entry is None
            else {f"{claim.entry}/{claim.id}"}
        )
        for number, rival in enumerate(claim.rivals):
            if rival in own:
                yield Finding(
                    spot(entry, f"claims.{key}.rivals[{number}]"),
                    f"the claim `{key}` is named as its own rival",
                    "name the claim that it excludes",
                )


@rule("CLM004", Severity.WARNING)
def claim_nobody_stands_for(survey: Survey) -> Iterator[Finding]:
    """A claim is only passed on; nobody asserts or denies it.

    ## Why
    `reports` never counts for or against. With nothing else nobody stands for the claim, and readers learn only that
    there is talk.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: {publisher: ap}, stance: reports, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap}
          - {by: {publisher: ap}, stance: reports, cite: ap}
    ```
    """
    stands: dict[str, bool] = {}
    for entry, _, claim in of_entries(survey):
        address = f"{claim.entry or entry.id}/{claim.id}"
        counts = any(voice.stance is not Stance.REPORTS for voice in claim.voices)
        stands[address] = stands.get(address, False) or counts
    for entry, key, claim in of_entries(survey):
        untold = claim.entry is None and claim.voices and not stands[f"{entry.id}/{claim.id}"]
        if untold and not survey.unread_in(claim.mark):
            yield Finding(
                spot(entry, f"claims.{key}"),
                f"nobody asserts or denies `{key}`; it is only reported",
                "add who asserts it, be it an unnamed voice: `by: {as: officials}`",
            )


@rule("CLM007", Severity.ERROR)
def more_rivals_than_can_be_compared(survey: Survey) -> Iterator[Finding]:
    """A claim has more than twelve rivals.

    ## Why
    Every voice for a rival is shown as a voice against the claim, and nobody weighs a dozen versions at a glance. A
    claim with many rivals is usually a list of answers to one question: put the numbers under `figures`, or ask the
    question in several entries.

    ## Wrong
    ```yaml
    claims:
      day-1: {says: It began on the 1st., voices: [{by: vladimir-putin, stance: asserts, cite: ap}]}
      day-2: {says: It began on the 2nd., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-3: {says: It began on the 3rd., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-4: {says: It began on the 4th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-5: {says: It began on the 5th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-6: {says: It began on the 6th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-7: {says: It began on the 7th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-8: {says: It began on the 8th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-9: {says: It began on the 9th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-10: {says: It began on the 10th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-11: {says: It began on the 11th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-12: {says: It began on the 12th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-13: {says: It began on the 13th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
      day-14: {says: It began on the 14th., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
    ```

    ## Right
    ```yaml
    claims:
      day-1: {says: It began on the 1st., voices: [{by: vladimir-putin, stance: asserts, cite: ap}]}
      day-2: {says: It began on the 2nd., rivals: [day-1], voices: [{by: ukraine, stance: asserts, cite: ap}]}
    ```
    """
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        for key, state in conclusions.claims.items() if conclusions else ():
            if len(state.rivals) > MOST_RIVALS:
                yield Finding(
                    spot(entry, f"claims.{key}"),
                    f"`{key}` has {len(state.rivals)} rivals; at most {MOST_RIVALS} are set against a claim",
                    "keep the chief rivals, or give the numbers under `figures`",
                )
