"""What can be reported of the own words of a community."""

from django.utils.translation import gettext_lazy as _

from communities.membership.models import Community
from communities.moderation.kinds import Reportable
from communities.moderation.models import with_words

KINDS = [
    Reportable(
        key="community",
        slug="gemeenschap",
        label=_("the own words of a community"),
        rows=lambda reader: with_words(Community.objects.visible_to(reader)).filter(words_aside=False),
        everything=Community.objects.all,
        authors=lambda row: [],
        words=lambda row: [row.own_words, row.own_words_by, row.policy_wording],
        back=lambda row: row.get_absolute_url(),
    ),
]
