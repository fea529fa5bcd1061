"""FRM001–FRM009: what a file is, before anybody reads what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.model.marks import whole_file
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("FRM001", Severity.ERROR)
def not_a_regular_file(survey: Survey) -> Iterator[Finding]:
    """Something in the folder is no regular file.

    ## Why
    A link, a pipe or a device could lead the program out of the folder of data, or make it wait for ever. Data
    comes from ordinary files only.

    ## Wrong
    A symbolic link instead of a file:

    ```yaml link=../timeline.yml
    # entries/example.yml
    ```

    ## Right
    The file itself:

    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.FILE_KIND)


@rule("FRM002", Severity.ERROR)
def file_too_large(survey: Survey) -> Iterator[Finding]:
    """The file is larger than 256 KiB.

    ## Why
    One file holds one record, or a short list of them. A file of that size is a mistake or an attack, and nobody
    can review it.

    ## Wrong
    ```yaml repeat=9000
    # entries/example.yml
    # A comment, repeated nine thousand times
    ```

    ## Right
    Several files of moderate size, in sub-folders if you like:

    ```yaml
    # entries/2024/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.FILE_SIZE)


@rule("FRM003", Severity.ERROR)
def file_name(survey: Survey) -> Iterator[Finding]:
    """The name of the file is not that of a record.

    ## Why
    A file that is passed over in silence is work that is lost: `gornal.yml.txt`, or a name that begins with a dot.
    Records stand in files that end in `.yml` or `.yaml` (capitals do no harm), named with letters, digits, hyphens and
    underscores, which mean the same on every system. Beside them may lie notes (`README`, `LICENSE`, `NOTES`, `TODO`
    and the like, also with `.md` or `.txt`) and what Git, editors and desktops keep for themselves (`.gitkeep`,
    `.DS_Store`, `Thumbs.db`, `.vscode`). Everything else is either a record or a mistake.

    ## Wrong
    ```yaml
    # entries/example.json
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.FILE_NAME)


@rule("FRM004", Severity.ERROR)
def file_place(survey: Survey) -> Iterator[Finding]:
    """The file stands in a folder where no record is looked for.

    ## Why
    The folder says what a record is: `entries` and `sources` in a timeline; `actors`, `places`, `publishers` and
    `topics` in `authority`. A file elsewhere would silently be left out of the site, which must never happen.

    ## Wrong
    ```yaml
    # events/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.FILE_PLACE)


@rule("FRM005", Severity.ERROR)
def unreadable_file(survey: Survey) -> Iterator[Finding]:
    """The operating system will not let the file be read.

    ## Why
    A file that cannot be read cannot be checked, and a record must never be dropped in silence. Look at the
    permissions of the file and its folder.

    ## Wrong
    A file that belongs to another user and that only they may read:

    ```yaml unreadable
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    ```

    ## Right
    A file that everybody may read:

    ```yaml
    # entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.UNREADABLE)


@rule("FRM006", Severity.ERROR)
def not_utf_8(survey: Survey) -> Iterator[Finding]:
    """The file is not UTF-8 text.

    ## Why
    Names here are written in several scripts. In any other encoding they would turn into rubbish on some machine.
    Save the file as UTF-8, without a byte order mark.

    ## Wrong
    ```yaml encoding=cp1251
    # entries/example.yml
    title: Бой за Горналь
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Бой за Горналь
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.ENCODING)


@rule("FRM007", Severity.ERROR)
def forbidden_character(survey: Survey) -> Iterator[Finding]:
    """The text contains a character that cannot be seen.

    ## Why
    Control characters and marks that turn the direction of writing make a line look different from what it says: a
    reviewer would approve words that are not there.

    ## Wrong
    ```yaml escapes
    # entries/example.yml
    title: Kursk \\u202Edetpecca ylluf\\u202C retaken
    ```

    ## Right
    ```yaml
    # entries/example.yml
    title: Kursk retaken
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.CHARACTER)


@rule("FRM008", Severity.ERROR)
def no_timeline(survey: Survey) -> Iterator[Finding]:
    """A timeline has no `timeline.yml`, or the folder of data has no timeline.

    ## Why
    The file `timeline.yml` says what the timeline is called, what time it covers and which types its entries may have.
    Without it no entry can be checked or shown. Three lines will do: `title`, `scope` and `vocabularies`.

    ## Wrong
    ```yaml
    # ../second/entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```

    ## Right
    ```yaml
    # ../second/timeline.yml
    title: A second timeline
    scope: 2024
    vocabularies:
      type: {military: Military}
    ```
    ```yaml
    # ../second/entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return survey.refusals(Reason.NO_TIMELINE)


@rule("FRM009", Severity.WARNING)
def timeline_without_entries(survey: Survey) -> Iterator[Finding]:
    """A timeline has no entries.

    ## Why
    Its pages would be empty. Perhaps the entries lie in another folder, or were left out of a copy.

    ## Wrong
    ```yaml
    # ../second/timeline.yml
    title: A second timeline
    scope: 2024
    vocabularies:
      type: {military: Military}
    ```

    ## Right
    ```yaml
    # ../second/timeline.yml
    title: A second timeline
    scope: 2024
    vocabularies:
      type: {military: Military}
    ```
    ```yaml
    # ../second/entries/example.yml
    title: Ukrainian troops cross into Kursk Oblast from Sumy
    type: military
    date: 2024-08-06
    cite:
      ap: {source: ap-kursk}
    ```
    """
    if survey.piecemeal:
        # What could not be read may well be its entries.
        return
    peopled = {entry.timeline for entry in survey.corpus.entries.values()}
    for name, timeline in survey.corpus.timelines.items():
        if name not in peopled:
            mend = f"write the first one: `{PurePath(timeline.path).parent.as_posix()}/entries/<id>.yml`"
            yield Finding(whole_file(timeline.path), f"the timeline `{name}` has no entries", mend)
