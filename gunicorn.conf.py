"""Read by gunicorn by itself: no access log, and its own messages as JSON lines without values."""

from gunicorn.glogging import Logger

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
