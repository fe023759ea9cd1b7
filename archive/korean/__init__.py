"""The Korean language as letters and words: Hangul, syllable pairs, josa, keyboards.

Nothing here knows of news, files or SQLite.
"""
