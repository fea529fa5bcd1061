"""The frame of the site: everything that knows MkDocs 1.6 or Material 9, and nothing else does.

MkDocs and Material render the pages written by hand and one prototype of every shape of generated page; the prototype
is cut into pieces once (`frames`) and each generated page is spliced into it (`fill`). `stage` says what happens at
which event of a build, `plugin` ties that to MkDocs, and `run` starts a build or a live preview.
"""

from __future__ import annotations

from regesta.host.errors import Refused
from regesta.host.fill import fill
from regesta.host.frames import Frame, Shape
from regesta.host.judging.judge import judge
from regesta.host.judging.navigation import file_of
from regesta.host.options import data_folder
from regesta.host.plugin import HostPlugin
from regesta.host.preview import Preview
from regesta.host.rendering import Document, Rendering
from regesta.host.run import build, serve
from regesta.host.stage import Compiled, Press, Stage

__all__ = [
    "Compiled",
    "Document",
    "Frame",
    "HostPlugin",
    "Press",
    "Preview",
    "Refused",
    "Rendering",
    "Shape",
    "Stage",
    "build",
    "data_folder",
    "file_of",
    "fill",
    "judge",
    "serve",
]
