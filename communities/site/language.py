"""In which language a page is shown."""

from django.conf import settings
from django.utils import translation


class LanguageMiddleware:
    """Dutch for everybody, whatever the browser says, unless somebody chose another language."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = getattr(request.user, "language", settings.LANGUAGE_CODE)
        known = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(known):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", known)
        return response
