"""CLM001, CLM005, CLM006, CLM009: who speaks on a claim, and how."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Stance, Voice
from regesta.rules.claims.propositions import of_entries
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, authored


@rule("CLM001", Severity.ERROR)
def uncited_voice(survey: Survey) -> Iterator[Finding]:
    """A voice has neither a citation nor words with one.

    ## Why
    That somebody said a thing is itself a fact, and a reader must be able to check it.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap}
    ```
    """
    for _, key, claim in of_entries(survey):
        for voice in claim.voices:
            if not voice.cites and not voice.words and not survey.unread_in(voice.mark):
                yield Finding(
                    voice.mark,
                    f"no source says that this voice speaks on `{key}`",
                    "add `cite: <key>`, or `words` with a `cite` each",
                )


@rule("CLM005", Severity.WARNING)
def retraction_of_nothing(survey: Survey) -> Iterator[Finding]:
    """A voice takes back what it never said.

    ## Why
    `retracts` means that the same speaker asserted it before. If others said it, the stance is `denies`; if the
    assertion is missing, readers cannot see what was taken back.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: volodymyr-zelenskyy, stance: asserts, cite: ap}
          - {by: vladimir-putin, stance: retracts, on: 2024-08-07, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-06, cite: ap}
          - {by: vladimir-putin, stance: retracts, on: 2024-08-07, cite: ap}
    ```
    """
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        for state in conclusions.claims.values() if conclusions else ():
            asserting = {placed.party for placed in state.voices if placed.voice.stance is Stance.ASSERTS}
            for placed in state.voices:
                if placed.voice.stance is Stance.RETRACTS and placed.party not in asserting:
                    yield Finding(
                        placed.voice.mark,
                        f"nothing says that this speaker ever asserted `{state.claim.id}`",
                        "add the earlier assertion, or write `denies`",
                    )


def _speaker(voice: Voice) -> str | None:
    return voice.by.actor or voice.by.publisher


@rule("CLM006", Severity.ERROR)
def two_stances_at_once(survey: Survey) -> Iterator[Finding]:
    """One speaker asserts and denies the same thing on the same day.

    ## Why
    Then neither can be shown as the speaker's position. Usually a stance was copied with its line.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-07, cite: ap}
          - {by: vladimir-putin, stance: denies, on: 2024-08-07, cite: ap}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, on: 2024-08-07, cite: ap}
          - {by: volodymyr-zelenskyy, stance: denies, on: 2024-08-07, cite: ap}
    ```
    """
    for _, key, claim in of_entries(survey):
        taken: dict[tuple[str, str], Voice] = {}
        for voice in claim.voices:
            speaker = _speaker(voice)
            if speaker is None or voice.on is None or voice.stance not in (Stance.ASSERTS, Stance.DENIES):
                continue
            first = taken.setdefault((speaker, str(authored(voice.on) or voice.on.text)), voice)
            if first.stance is not voice.stance:
                yield Finding(
                    voice.mark,
                    f"`{speaker}` {first.stance.value} and {voice.stance.value} `{key}` on the same day",
                    "correct the stance, or the day",
                    ((first.mark, "the other stance"),),
                )


@rule("CLM009", Severity.WARNING)
def one_voice_twice(survey: Survey) -> Iterator[Finding]:
    """A claim has the same voice twice: one speaker, one stance, one day, the same citations.

    ## Why
    The page would show it twice, as if it had been said again. What one source prints of one utterance belongs under
    one voice; of two utterances, `on` tells the days apart, or `locator` the places.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap, quote: large-scale provocation}
          - {by: vladimir-putin, stance: asserts, cite: ap, quote: another provocation}
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words:
              - {cite: ap, text: large-scale provocation}
              - {cite: ap, text: another provocation}
    ```
    """
    for _, key, claim in of_entries(survey):
        seen: dict[tuple[object, ...], Voice] = {}
        for voice in claim.voices:
            by = voice.by
            who = (by.actor, by.printed, by.of, by.publisher, voice.attribution)
            day = voice.on.text if voice.on is not None else None
            places = frozenset(words.locator for words in voice.words if words.locator is not None)
            first = seen.setdefault((who, voice.stance, day, frozenset(voice.cites), places), voice)
            if first is not voice and voice.cites:
                name = f"“{by.printed}”" if by.printed else f"`{by.actor or by.publisher}`"
                yield Finding(
                    voice.mark,
                    f"{name} {voice.stance.value} `{key}` here a second time",
                    "join the two, with their words under one `words`; or tell them apart by `on`",
                    ((first.mark, "the first"),),
                )
