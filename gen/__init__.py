"""bidgen: after-sales bid documents from a clause library that is proved consistent."""

__version__ = "0.1.0"
