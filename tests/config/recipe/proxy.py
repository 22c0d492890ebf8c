"""The proxy of the recipe, on ports of its own and with a certificate made here."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# As Debian has it: everything goes into a log, unless a server says otherwise.
AROUND = """pid {folder}/nginx.pid;
error_log {folder}/main.log;
events {{}}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{servers}
}}
"""


def certificate(folder):
    """For localhost, signed by itself."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signed = made.sign(key, hashes.SHA256())
    (folder / "fullchain.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "privkey.pem").write_bytes(pem)


def moved(example, folder, ports):
    """The example with its ports, certificate and logs somewhere else, and nothing changed besides."""
    text = "\n".join(line for line in example.splitlines() if "[::]" not in line)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{ports['http']};")
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{ports['https']} ssl;")
    text = text.replace("http://127.0.0.1:8001", f"http://127.0.0.1:{ports['web']}")
    text = re.sub(r"/etc/letsencrypt/live/[^/]+", str(folder), text)
    return text.replace("/var/log/nginx", str(folder))


def _wait_until_it_listens(port):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx does not listen")


@contextmanager
def proxy(example, folder, ports):
    """nginx with the example in it."""
    certificate(folder)
    config = folder / "nginx.conf"
    config.write_text(AROUND.format(folder=folder, servers=moved(example, folder, ports)))
    running = subprocess.Popen([NGINX, "-c", str(config), "-p", str(folder), "-g", "daemon off;"])
    try:
        _wait_until_it_listens(ports["https"])
        yield running
    finally:
        running.terminate()
        running.wait(10)
