"""From files to documents with marks, within limits that no input can exceed.

Everything in a pull request is untrusted: a file is refused, with a fault that says where and why, before any
parser that it could harm sees it. YAML decides no types here: every scalar stays the text that was typed.
"""

from regesta.load.nodes import Document, Field, Mapping, Node, Scalar, Sequence
from regesta.load.places import Place
from regesta.load.tree import Tree, read_tree

__all__ = ["Document", "Field", "Mapping", "Node", "Place", "Scalar", "Sequence", "Tree", "read_tree"]
