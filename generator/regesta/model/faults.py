"""What the lower rooms say when something cannot be read.

A fault has a reason, a place and a mend. Rules give reasons their codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from regesta.immutable import immutable
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.model.words import Word


class Reason(Word):
    """Why a file, a record or a field was refused. Each is reported by exactly one rule."""

    # load: the file
    FILE_KIND = "file-kind"
    FILE_SIZE = "file-size"
    FILE_NAME = "file-name"
    FILE_PLACE = "file-place"
    NO_TIMELINE = "no-timeline"
    UNREADABLE = "unreadable"
    ENCODING = "encoding"
    CHARACTER = "character"
    # load: the YAML
    SYNTAX = "syntax"
    FORBIDDEN_YAML = "forbidden-yaml"
    TOO_DEEP = "too-deep"
    TOO_MANY = "too-many"
    KEY_SHAPE = "key-shape"
    DUPLICATE_KEY = "duplicate-key"
    # normalise: records and fields
    EMPTY_FILE = "empty-file"
    RECORD_SHAPE = "record-shape"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    UNCITED = "uncited"
    WRONG_SHAPE = "wrong-shape"
    EMPTY_VALUE = "empty-value"
    CUT_SHORT = "cut-short"
    TOO_LONG = "too-long"
    BAD_CHOICE = "bad-choice"
    BAD_ID = "bad-id"
    BAD_NUMBER = "bad-number"
    BAD_LANGUAGE = "bad-language"
    BAD_URL = "bad-url"
    BAD_ARCHIVE = "bad-archive"
    BAD_COORDINATES = "bad-coordinates"
    BAD_WIKIDATA = "bad-wikidata"
    BAD_MARKUP = "bad-markup"
    BAD_ZONE = "bad-zone"
    BAD_EDTF = "bad-edtf"
    BAD_PHRASE = "bad-phrase"
    CONFLICTING_FIELDS = "conflicting-fields"
    REPEATED_ITEM = "repeated-item"
    QUOTE_SHORTHAND = "quote-shorthand"
    # reconcile: records against each other
    DUPLICATE_ID = "duplicate-id"
    # the site's configuration
    SETTINGS_UNREADABLE = "settings-unreadable"
    UNKNOWN_SETTING = "unknown-setting"
    REPEATED_SETTING = "repeated-setting"
    BAD_SETTING = "bad-setting"
    SETTING_LEADS_NOWHERE = "setting-leads-nowhere"
    BROKEN_PROMISE = "broken-promise"
    SECOND_HOME = "second-home"


GAP: Final = "?"
"""Before the name of a field, the path under which the marks of a record note that it could not be parsed whole."""


@immutable(frozen=True, slots=True)
class Fault:
    """One thing that cannot be taken as it stands.

    `message` says what is wrong; `mend` what to write instead (may be empty). `hides` names the records that are not
    read because of it, as far as names of files tell: whoever refers to one makes no mistake of their own. Of an id
    that is none, `text` is what was written and `field` the path of the field (empty for the name of a file, or of a
    key): which id was meant can be told only when all records are known.
    """

    reason: Reason
    mark: Mark
    message: str
    mend: str = ""
    related: tuple[tuple[Mark, str], ...] = ()
    hides: tuple[str, ...] = ()
    field: str = ""
    text: str = ""


@immutable(frozen=True, slots=True)
class Lost:
    """A text that was read in a part of a record that is not kept: what it refers to is looked up all the same."""

    field: str
    text: str
    mark: Mark


@immutable(frozen=True, slots=True)
class Remains:
    """What is known of a record of which parts could not be kept.

    `id` is empty where it has none; `timeline` is that of the record. `marks` has the fields that were read, with those
    of the parts that are not kept; `whole` says whether the record itself is one of these.
    """

    kind: Kind
    id: str
    timeline: str
    marks: Mapping[str, Mark]
    lost: tuple[Lost, ...]
    whole: bool
