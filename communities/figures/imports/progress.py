"""A line that shows how far long work has come; only on a terminal."""

import sys


class Progress:
    """Writes "part of whole" on one line; says nothing when nobody is looking."""

    def __init__(self, stream, total):
        self.stream, self.total, self.done = stream, max(1, total), 0
        self.shown = sys.stderr.isatty()

    def __enter__(self):
        return self

    def tick(self):
        self.done += 1
        if self.shown and (self.done % 200 == 0 or self.done == self.total):
            width = 30 * self.done // self.total
            self.stream.write(f"\r[{'#' * width:<30}] {self.done}/{self.total}", ending="")
            self.stream.flush()

    def __exit__(self, *error):
        if self.shown:
            self.stream.write("")
