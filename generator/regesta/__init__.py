"""Regesta: a timeline-normalising static site generator."""

__version__ = "0.1.0"
