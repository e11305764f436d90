"""Companion: room for two people who matter to each other, offline."""

__version__ = "0.1.0"
