"""Where tasks that were queued before the rooms were laid out find their function; this file goes with release 0.3."""

from config.website.mail.letters import deliver

__all__ = ["deliver"]
