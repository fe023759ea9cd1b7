"""Mentions that the tagger cut wrongly, or took for another kind, set right by their text."""
