"""What may stand in an address or a cookie: nothing that a database cannot hold (docs/principles.md rule 9)."""

from django.http import HttpResponseBadRequest
from django.urls.converters import StringConverter
from django.utils.translation import gettext as _


class WordConverter(StringConverter):
    """A code, a mark or a key between two slashes: `<word:code>` instead of Django's own `str`."""

    regex = r"[^/\x00-\x1f\x7f]{1,250}"


class RefuseNullBytes:
    """A null byte is never typed: PostgreSQL breaks on it wherever it is asked, so it is refused at the door.

    In a path `<word:…>` answers 404; the fields of forms are cleaned by `communities.site.form_rules`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = [text for name, values in request.GET.lists() for text in (name, *values)]
        if any("\0" in text for text in (*asked, *request.COOKIES.values())):
            return HttpResponseBadRequest(_("This address cannot be read."), content_type="text/plain")
        return self.get_response(request)
