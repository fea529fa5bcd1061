"""FRM: the form of files, of YAML and of single fields. Everything here was seen by a lower room; the rules name it."""

from __future__ import annotations

from regesta.rules.form import fields, files, lists, markup, records, syntax

__all__ = ["fields", "files", "lists", "markup", "records", "syntax"]
