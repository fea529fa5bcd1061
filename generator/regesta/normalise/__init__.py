"""One record at a time.

Fields become values, phrases dates that are still unanchored; here is the one door from draft to record.
"""
