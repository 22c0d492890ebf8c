"""Reading open data about areas: outlines, names and figures, from any StatLine-like file."""


class ImportRefused(Exception):
    """The file cannot be taken; the message is one clear sentence for whoever ran the command."""
