"""A phone that makes and uses passkeys, without a browser."""

import hashlib
import json
import re
import secrets
from html import unescape

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

SEEN = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


def options_on(page):
    """What the server asks of the phone, as it stands on a page."""
    return json.loads(unescape(re.search(r'id="passkey-options"[^>]*>(.*?)</script>', page)[1]))


class Phone:
    """Signs what it is asked to sign, for one person at one site."""

    def __init__(self, origin="http://testserver"):
        self.key, self.id, self.origin = (
            ec.generate_private_key(ec.SECP256R1()),
            secrets.token_bytes(16),
            origin,
        )
        self.person = ""

    def _client_data(self, kind, challenge):
        return CollectedClientData.create(type=kind, challenge=challenge, origin=self.origin)

    def _site(self, flags, credential=b""):
        site = hashlib.sha256(self.origin.split("//")[1].split(":")[0].encode()).digest()
        return AuthenticatorData.create(site, flags, 1, credential)

    def _answer(self, **response):
        response = {name: websafe_encode(value) for name, value in response.items()}
        whole = {"id": websafe_encode(self.id), "rawId": websafe_encode(self.id), "type": "public-key"}
        return json.dumps(
            {**whole, "response": response, "clientExtensionResults": {"credProps": {"rk": True}}}
        )

    def make(self, options):
        """A new passkey, as the browser would post it."""
        asked = options["creation_options"]["publicKey"]
        self.person = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        data = self._site(SEEN | AuthenticatorData.FLAG.AT, credential)
        told = self._client_data("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=told, attestationObject=AttestationObject.create("none", data, {}))

    def use(self, options):
        """Proof that this phone still holds its passkey."""
        told = self._client_data("webauthn.get", options["request_options"]["publicKey"]["challenge"])
        data = self._site(SEEN)
        signature = self.key.sign(data + told.hash, ec.ECDSA(hashes.SHA256()))
        answer = json.loads(self._answer(clientDataJSON=told, authenticatorData=data, signature=signature))
        answer["response"]["userHandle"] = self.person
        return json.dumps(answer)


def add_passkey(client, name="Phone"):
    """Make a passkey on the page for it; returns the phone that holds it."""
    phone = Phone()
    made = phone.make(options_on(client.get("/account/passkey/").content.decode()))
    client.post("/account/passkey/", {"name": name, "credential": made})
    return phone


def passkey_of(person, name="Phone"):
    """Somebody who once logged in and made a passkey."""
    add_passkey(logged_in(person), name)
    return Authenticator.objects.get(user=person, type="webauthn")


def logged_in(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client
