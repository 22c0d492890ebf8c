"""The base of every form about a community."""

from communities.site.pages import FormPage


class CommunityFormPage(FormPage):
    slug_field = slug_url_kwarg = "slug"
