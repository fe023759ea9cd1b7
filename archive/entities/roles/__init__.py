"""How a text introduces people: their posts and the houses they hold them in.

`introductions.introductions` reads each name; the other rooms each know one construction.
"""
