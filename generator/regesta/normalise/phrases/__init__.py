"""What news prose says of dates, read without guessing.

`read` takes a text and gives a `Phrase`; `Phrase.anchored` gives its `Reading`: one EDTF value, or several
candidates, or an error with a reason. The whole text must be understood: what is left over is an error. Precision never
rises.
"""

from __future__ import annotations

from regesta.normalise.phrases.phrase import Phrase, Reading
from regesta.normalise.phrases.reading import GRAMMARS, read

__all__ = ["GRAMMARS", "Phrase", "Reading", "read"]
