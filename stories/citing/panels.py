"""Sentences from stories beside what others ask and name, as far as this reader may read each story."""

from stories.citing.reads import quotes_beside


def quotes_beside_signal(signal, reader):
    """What people tell, beside what their group asks (M3, T4)."""
    return quotes_beside(signal, reader, name="signal", route="cite_in_signal")


def quotes_beside_theme(theme, reader):
    """What people tell, beside what was named."""
    return quotes_beside(theme, reader, name="theme", route="cite_in_theme")
