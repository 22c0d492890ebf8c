"""Mail servers that misbehave."""

from django.core.mail.backends.locmem import EmailBackend


class TakesAndDies(EmailBackend):
    """The sender is killed just after the mail server took the mail."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise SystemExit("killed")


class DiesAtTheSecond(EmailBackend):
    """The sender is killed at the second mail of a run."""

    taken = 0

    def send_messages(self, messages):
        type(self).taken += 1
        if type(self).taken == 2:
            raise SystemExit("killed")
        return super().send_messages(messages)


class Down(EmailBackend):
    """Nobody answers."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("somebody@mail.example")


class Hangs(EmailBackend):
    """Takes the call and never answers: whoever calls it from a page is found out."""

    def send_messages(self, messages):
        raise AssertionError("a page spoke to the mail server itself")
