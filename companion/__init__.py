"""Companion: room for two people who matter to each other, offline."""

__version__ = "1.0.0"
