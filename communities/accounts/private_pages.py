"""What is shown to somebody stays with them: no browser or proxy keeps a page of who is logged in."""

PRIVATE = "private, no-store"
# A story is told by voice and a passkey is made here; nothing else of a device is ever asked for.
PERMISSIONS = ", ".join(
    [f"{name}=()" for name in ("camera", "geolocation", "payment", "usb", "midi", "display-capture")]
    + [
        f"{name}=(self)"
        for name in ("microphone", "publickey-credentials-get", "publickey-credentials-create")
    ]
)


class PrivatePagesMiddleware:
    """Pages of who has an account, or opened a story with its code, are kept nowhere (docs/principles.md rule 9)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated or request.session.get("receipts"):
            response["Cache-Control"] = PRIVATE
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
