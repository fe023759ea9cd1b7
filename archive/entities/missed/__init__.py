"""People, houses and places that the tagger missed, found by what stands beside them or elsewhere
in the article.
"""
