"""SRC001–SRC006: whether and how an entry is attested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import CitationRole
from regesta.model.faults import Reason
from regesta.model.kinds import Kind
from regesta.normalise.urls import address_key
from regesta.rules import remains
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot

LONGEST_QUOTATION = 25
"""In words: enough to show how something was said, little enough to be a quotation under any law."""

_WORD = re.compile(r"\w+(?:['’ʼ\-‑.,]\w+)*")
_WORD_SIGN = re.compile(r"[぀-ヿ㐀-鿿]")


@rule("SRC001", Severity.ERROR)
def not_an_address(survey: Survey) -> Iterator[Finding]:
    """The address of a source is no public web address.

    ## Why
    A reader must be able to open it. Addresses with a password, of a machine inside a network, or with letters of
    two scripts in the host are refused, because they lead elsewhere than they seem to.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: apnews.com/article/kursk-incursion
    published: 2024-08-07
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    ```
    """
    return survey.refusals(Reason.BAD_URL)


@rule("SRC002", Severity.ERROR)
def unattested_entry(survey: Survey) -> Iterator[Finding]:
    """No source attests the entry.

    ## Why
    A reader must be able to check every entry. A source that only gives background does not say that the thing
    happened.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, role: background}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    ```
    """
    yield from survey.refusals(Reason.UNCITED)
    for entry in survey.corpus.entries.values():
        attested = any(citation.role is CitationRole.ATTESTS for citation in entry.citations.values())
        if not attested and not survey.unread_in(entry.mark):
            yield Finding(
                spot(entry, "cite" if entry.citations else "title"),
                "every source cited gives only background" if entry.citations else "the entry cites no source",
                'add one that says it, as in `cite: {ap: {url: "https://…"}}`',
            )


@rule("SRC003", Severity.ERROR)
def not_an_archived_copy(survey: Survey) -> Iterator[Finding]:
    """The archive link does not hold a copy of the cited page.

    ## Why
    Pages disappear; the archived copy is what a reader checks in ten years. It must be at the Internet Archive,
    name the second it was taken, and contain the address of the source.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    archived: https://web.archive.org/web/20240809120000/https://apnews.com/article/something-else
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    archived: https://web.archive.org/web/20240809120000/https://apnews.com/article/kursk-incursion
    ```
    """
    return survey.refusals(Reason.BAD_ARCHIVE)


def word_count(text: str) -> int:
    """The words of a quotation: runs of letters and digits; a sign of a script without spaces is half a word."""
    signs = len(_WORD_SIGN.findall(text))
    return len(_WORD.findall(_WORD_SIGN.sub(" ", text))) + (signs + 1) // 2


@rule("SRC004", Severity.ERROR)
def quotation_too_long(survey: Survey) -> Iterator[Finding]:
    """A quotation has more than 25 words.

    ## Why
    Short quotations show how something was said; long ones copy somebody's work. The rest goes into the summary, in
    our own words.

    ## Wrong
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - by: vladimir-putin
            stance: asserts
            cite: ap
            quote: >-
              one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
              seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six
    ```

    ## Right
    ```yaml
    claims:
      provocation:
        says: The incursion is a provocation.
        voices:
          - {by: vladimir-putin, stance: asserts, cite: ap, quote: another large-scale provocation}
    ```
    """
    kept = (
        (words.text, words.mark)
        for entry in survey.corpus.entries.values()
        for claim in entry.claims.values()
        for voice in claim.voices
        for words in voice.words
    )
    lost = ((each.text, each.mark) for _, each in remains.of_entries(survey.remains, remains.QUOTATION))
    for text, mark in chain(kept, lost):
        count = word_count(text)
        if count > LONGEST_QUOTATION:
            yield Finding(
                mark,
                f"the quotation has {count} words, and {LONGEST_QUOTATION} are allowed",
                "quote the telling part, and put the rest into the summary in your own words",
            )


@rule("SRC005", Severity.WARNING)
def one_source_under_two_keys(survey: Survey) -> Iterator[Finding]:
    """An entry cites one source twice.

    ## Why
    It would look like two witnesses. One citation can state several things: `stated: [August 2024, 6 August 2024]`.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: August 2024}
      ap2: {source: ap-kursk, stated: 6 August 2024}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk, stated: [August 2024, 6 August 2024]}
    ```
    """
    for entry in survey.corpus.entries.values():
        seen: dict[str, str] = {}
        for citation in entry.citations.values():
            if citation.ref is None:
                continue
            first = seen.setdefault(citation.ref, citation.key)
            if first != citation.key:
                yield Finding(
                    citation.mark,
                    f"`{citation.key}` and `{first}` cite the same source, `{citation.ref}`",
                    f"keep `{first}` and put everything that the source says there",
                    ((entry.citations[first].mark, f"`{first}`"),),
                )


@rule("SRC006", Severity.WARNING)
def unused_source(survey: Survey) -> Iterator[Finding]:
    """No entry cites the source.

    ## Why
    It was meant to attest something. Perhaps its entry misspells it, or still writes it in place.

    ## Wrong
    ```yaml
    # sources/lonely.yml
    url: https://www.reuters.com/world/europe/lonely
    published: 2024-08-07
    ```

    ## Right
    ```yaml
    cite:
      lonely: {url: "https://www.reuters.com/world/europe/lonely", published: 2024-08-07}
    ```
    """
    if survey.piecemeal:
        # What could not be read may well cite it.
        return
    sources = survey.corpus.sources.values()
    unused = [each for each in sources if each.entry is None and (Kind.SOURCE, each.id) not in survey.used]
    # An entry that writes out its address once more is told to cite the record.
    again = {address_key(each.url) for each in sources if each.entry is not None} if unused else set()
    for source in unused:
        if address_key(source.url) not in again:
            yield Finding(source.mark, f"no entry cites `{source.id}`", "cite it, or remove it")
