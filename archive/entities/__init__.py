"""Who, what and where: names in a text, and what an article says of the people behind them.

`tagging.tag` and `analysis.analyse` are what others ask. A text goes through the rooms in this
order, and none knows the next:

- `cues`: what names are told by, whatever the text.
- `tagger`: the names that the model finds.
- `mended`, `missed`: those that it cut wrongly, and those that it did not see.
- `roles`: the posts that people have beside their names.
- `links`: which entity each name stands for.
- `quotations`: what was said, and by whom.

Nothing is imported here: `tag` needs none of the rules of an analysis.
"""
