"""The records of a corpus and the words for what is concluded from them: frozen, without input or output."""
