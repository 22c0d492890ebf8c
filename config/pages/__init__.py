"""The pages that need every app: which panels, in which order."""

from config.pages.frame import csrf_failure, site

__all__ = ["csrf_failure", "site"]
