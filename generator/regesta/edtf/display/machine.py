"""The ``datetime`` attribute of HTML's ``<time>`` element."""

from __future__ import annotations

from regesta.edtf.date import Date
from regesta.edtf.value import Value


def time_attribute(value: Value) -> str | None:
    """The value as ``<time datetime>`` may hold it: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; else None.

    HTML (the Living Standard, "The time element") knows months, days and years from 1 on, and nothing that lasts, is
    doubtful or has a digit unknown. Times are None too: the values of this package count local days.
    """
    if isinstance(value, Date) and value.year >= 1 and not value.qualifiers:
        return str(value)
    return None
