"""Beginning a community, its words, its places, leaving it, and one's own name."""

from communities.site.pages import FormPage


class CommunityFormPage(FormPage):
    slug_field = slug_url_kwarg = "slug"
