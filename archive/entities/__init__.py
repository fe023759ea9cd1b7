"""Who, what and where: names in a text, and what an article says of the people behind them.

`tagging.tag` and `analysis.analyse` are what others ask. Nothing is imported here: `tag` needs none
of the rules of an analysis.
"""
