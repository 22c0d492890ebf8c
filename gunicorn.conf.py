"""Read by gunicorn by itself: no access log, and its own messages as JSON lines without values.

The settings are read here already, so that a wrong one stops gunicorn with its sentence; in a worker alone it
would be started again for ever. Changed settings therefore need a restart, not a reload.
"""

from gunicorn.glogging import Logger

from config import settings  # noqa: F401
from config.jsonlog import JsonLine


class QuietLogger(Logger):
    """Paths and addresses of visitors are written nowhere (4-quality.md rule 4)."""

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLine())

    def access(self, resp, req, environ, request_time):
        """Never, whatever the command line says."""


logger_class = QuietLogger
# A door for commands that nobody uses, in a home folder that the user of the site need not have.
control_socket_disable = True
