"""What is wrong with the configuration, before MkDocs sees it: every fault with its place, and a mend in plain words.

MkDocs stops at the first fault, names no line, and takes what it does not know for a warning. Nothing that the
configuration names is run here: a check of somebody else's proposal must be safe.
"""
