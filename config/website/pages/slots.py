"""What fills the slots of pages, in order. A provider takes the row and the reader, and gives a panel or None."""

from stories.citing.panels import quotes_beside_signal, quotes_beside_theme
from volunteers.initiatives.panels import born_of_theme

SLOTS = {
    "signal.beside": [quotes_beside_signal],
    "theme.beside": [quotes_beside_theme],
    "theme.trail": [born_of_theme],
}
