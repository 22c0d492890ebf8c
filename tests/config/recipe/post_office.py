"""A mail server that takes everything, for a site that runs in processes of its own."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy


class _Talk(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as handing over a mail takes."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                mail = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.taken.append(message_from_bytes(mail, policy=policy.default))
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 well\r\n")
            if word == b"QUIT":
                return


@contextmanager
def post_office():
    """Its port, and the mails it took."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.taken, server.daemon_threads = [], True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], server.taken
        server.shutdown()
