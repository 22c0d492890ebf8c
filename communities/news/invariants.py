"""What must always hold about news and mail: each rule gives the keys of rows that break it, never their words."""

from django.db.models import F

from communities.news.models import Notice
from communities.news.reads import notice_kinds
from communities.site.row_keys import keys_of


def notice_is_of_a_known_kind():
    """A notice whose kind nobody knows can be neither read nor switched off."""
    return keys_of(Notice.objects.exclude(kind__in=notice_kinds()))


def notice_is_not_switched_off():
    """Off is off: of a kind that somebody switched off no notice is left."""
    return keys_of(Notice.objects.filter(person__silences__kind=F("kind")))


RULES = [
    notice_is_of_a_known_kind,
    notice_is_not_switched_off,
]
