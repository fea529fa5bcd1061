"""The corpus: records linked, dates anchored, witnesses and claims set against each other."""
