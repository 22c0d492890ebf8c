"""The one refusal of every importer: nothing was stored, and what to do."""


class ImportRefused(Exception):
    """The file cannot be taken; the message is one clear sentence for whoever ran the command."""
