"""What names are told by, whatever the text: words, shapes of names, posts and what stands beside
them. The lists stand in `words/`, one subject a file.
"""
