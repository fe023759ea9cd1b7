"""The command line of the archive of Korean news text."""

__version__ = "0.1.0"
