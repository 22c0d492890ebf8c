"""The bases of pages about one story."""

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache


@method_decorator(never_cache, name="dispatch")
class Unkept:
    """Story pages are never kept by a browser, a proxy or a search engine (docs/principles.md rule 2)."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


class OneStory:
    """Stories are found by their uuid, which says nothing about how many there are."""

    slug_field = slug_url_kwarg = "uuid"
