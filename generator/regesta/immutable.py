"""Dataclasses that nobody changes, and that cost little to make.

A frozen dataclass sets each of its fields by a call, which takes eight times as long as an assignment, and a build of
10,000 entries makes two million of them. So the type checker, which every change must pass, keeps these from being
changed; the running program does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as immutable
else:
    from dataclasses import dataclass

    def immutable(*, frozen, eq=True, **options):
        """`dataclass` with fields that are simply assigned; equal ones hash alike, as frozen ones do."""
        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


__all__ = ["immutable"]
