"""CLM: claims and the voices on them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Claim, Entry, Stance, Voice
from regesta.reconcile.claims import MOST_RIVALS
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, authored, spot


def _claims(survey: Survey) -> Iterator[tuple[Entry, str, Claim]]:
    for entry in survey.corpus.entries.values():
        for key, claim in entry.claims.items():
            yield entry, key, claim


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
    for _, key, claim in _claims(survey):
        for voice in claim.voices:
            if not voice.cites and not voice.words and not survey.unread_in(voice.mark):
                yield Finding(
                    voice.mark,
                    f"no source says that this voice speaks on `{key}`",
                    "add `cite: <key>`, or `words` with a `cite` each",
                )


@rule("CLM002", Severity.ERROR)
def two_originals(survey: Survey) -> Iterator[Finding]:
    """Two printings of one utterance are both marked as the original.

    ## Why
    A thing is said once, in one language; the others are translations, and the page sets them beside the original.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk}
      tass: {source: tass-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words:
              - {cite: tass, lang: ru, original: true, text: крупномасштабная провокация}
              - {cite: ap, original: true, text: another large-scale provocation}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
      tass: {source: tass-kursk}
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words:
              - {cite: tass, lang: ru, original: true, text: крупномасштабная провокация}
              - {cite: ap, text: another large-scale provocation}
    ```
    """
    for _, _, claim in _claims(survey):
        for voice in claim.voices:
            originals = [words for words in voice.words if words.original]
            languages = {words.language for words in originals}
            for words in originals[1:]:
                # The same utterance printed twice in its own language is two printings of one original.
                if len(languages) > 1:
                    yield Finding(
                        words.mark,
                        "this utterance has an original in another language already",
                        "keep `original: true` on the words as they were spoken",
                        ((originals[0].mark, "the other original"),),
                    )


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
    for entry, key, claim in _claims(survey):
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
    `reports` never counts for a side. A claim with nothing else has no side, and readers learn only that there is
    talk.

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
    for entry, _, claim in _claims(survey):
        address = f"{claim.entry or entry.id}/{claim.id}"
        counts = any(voice.stance is not Stance.REPORTS for voice in claim.voices)
        stands[address] = stands.get(address, False) or counts
    for entry, key, claim in _claims(survey):
        if claim.entry is None and claim.voices and not stands[f"{entry.id}/{claim.id}"]:
            yield Finding(
                spot(entry, f"claims.{key}"),
                f"nobody asserts or denies `{key}`; it is only reported",
                "add who asserts it, be it an unnamed voice: `by: {as: Western officials}`",
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
    for _, key, claim in _claims(survey):
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


_WRITTEN_IN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), frozenset({"CYRILLIC"})),
    **dict.fromkeys(("ar", "fa", "ur", "ps"), frozenset({"ARABIC"})),
    **dict.fromkeys(("zh", "ja"), frozenset({"CJK", "HIRAGANA", "KATAKANA"})),
    **dict.fromkeys(("hi", "mr", "ne"), frozenset({"DEVANAGARI"})),
    "el": frozenset({"GREEK"}),
    "he": frozenset({"HEBREW"}),
    "hy": frozenset({"ARMENIAN"}),
    "ka": frozenset({"GEORGIAN"}),
    "ko": frozenset({"HANGUL"}),
    **dict.fromkeys(("en", "de", "fr", "es", "it", "pl", "tr", "pt", "nl", "cs", "sv"), frozenset({"LATIN"})),
}
"""The scripts of languages that are written in one alone. A tag that names its script (`ru-Latn`) is not looked up."""


@rule("CLM008", Severity.WARNING)
def words_in_another_script(survey: Survey) -> Iterator[Finding]:
    """Words are said to be in a language that is not written so.

    ## Why
    Words given as Russian in Latin letters are a translation with a wrong `lang`, or a transcription (`ru-Latn`).
    Browsers read them aloud, hyphenate and translate them by that tag.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words: [{cite: ap, lang: ru, text: another large-scale provocation}]
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            words: [{cite: ap, lang: en, text: another large-scale provocation}]
    ```
    """
    for entry, _, claim in _claims(survey):
        for voice in claim.voices:
            for words in voice.words:
                wanted = _WRITTEN_IN.get(words.language or "")
                found = {unicodedata.name(letter, "").partition(" ")[0] for letter in words.text if letter.isalpha()}
                if wanted is not None and found and not found & wanted:
                    yield Finding(
                        survey.inside(entry, words.mark, "lang"),
                        f"no letter of these words is of a script in which `{words.language}` is written",
                        "correct `lang`; of a transcription write `ru-Latn` and the like",
                    )
