"""What two other libraries say of a string: `edtf_validate` (accepts or not) and python-edtf (`edtf`: bounds too)."""

from __future__ import annotations

import contextlib
import io
import warnings
from time import struct_time

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from edtf import EDTFParseException, parse_edtf
    from edtf_validate.valid_edtf import is_valid

Bounds = tuple[str, str]


def validator_accepts(text: str) -> bool:
    """The verdict of edtf_validate."""
    return bool(is_valid(text))


def python_edtf_accepts(text: str) -> bool:
    """Whether python-edtf reads the string; its bounds are not asked, for ``Y1E99999999999`` would fill the memory."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return parse_edtf(text) is not None
        except (EDTFParseException, ValueError, TypeError, AttributeError):
            return False


def python_edtf(text: str) -> Bounds | str:
    """The strict bounds python-edtf gives, written as in accepted.txt; "refused", or "fails" when it crashes."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            value = parse_edtf(text)
            return _bound(value.lower_strict()), _bound(value.upper_strict())
        except EDTFParseException:
            return "refused"
        except (ValueError, TypeError, AttributeError):
            return "fails"


def _bound(day: struct_time | float) -> str:
    if not isinstance(day, struct_time):
        return "*"
    if abs(day.tm_year) > 9999:
        return f"Y{day.tm_year}"
    sign = "-" if day.tm_year < 0 else ""
    return f"{sign}{abs(day.tm_year):04d}-{day.tm_mon:02d}-{day.tm_mday:02d}"
