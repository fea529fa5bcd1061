"""The one way in which a build ends early on purpose."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an accident
    """The site cannot be built or published as it is. `text` is for the person who started the build."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
