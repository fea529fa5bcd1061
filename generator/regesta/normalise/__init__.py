"""One record at a time: fields to values, phrases to dates (still unanchored), and the one door from draft to record."""
