"""The picture of a trajectory: dates in, SVG out. It asks no database and knows no reader.

Its rules stand in docs/decisions/0004-the-trajectory-picture.md.
"""

from trajectories.picture.data import Bead, Lane, Money, PictureData
from trajectories.picture.draw import draw_phone, draw_wide
from trajectories.picture.words import beside_the_phone, describe, table_rows

__all__ = [
    "Bead",
    "Lane",
    "Money",
    "PictureData",
    "beside_the_phone",
    "describe",
    "draw_phone",
    "draw_wide",
    "table_rows",
]
