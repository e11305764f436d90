"""Pause: a timed time apart with a promise to return."""
