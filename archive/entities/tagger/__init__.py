"""The tagger by itself: a conditional random field over hashed clues, and what is sure in the
language. `shipped` has the model, `tagger.md` is its data sheet.
"""
