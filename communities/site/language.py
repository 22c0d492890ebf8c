"""Who is looking, and how far a row reaches.

Visibility is a queryset and nothing else (3-architecture.md): every model with rows that are not
for everyone says in `visible_to(reader)` who may see them, and every page, search, export and
mail starts there. This module holds the two things those rules share: the reader, and the ladder.
"""

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
