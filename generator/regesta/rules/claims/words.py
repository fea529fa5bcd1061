"""CLM002, CLM008: the words of a voice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.claims.propositions import of_entries
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


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
    for _, _, claim in of_entries(survey):
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
    for entry, _, claim in of_entries(survey):
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
