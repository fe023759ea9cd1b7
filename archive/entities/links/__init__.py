"""Which entity a mention stands for: people, houses and places called by more than one name.

`linking.link` is what others ask.
"""
