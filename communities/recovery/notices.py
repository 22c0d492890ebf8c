"""Kinds of news about codes of one person."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from communities.recovery.models import RecoveryCode

KINDS = [
    Kind(
        key="way_in",
        label=gettext_lazy("Somebody made a code to my account"),
        route="own_way_in",
        rows=lambda reader: RecoveryCode.objects.visible_to(reader).open().filter(user=reader.pk),
        title=lambda row: _("Somebody made a code with which one comes into your account"),
    ),
    Kind(
        key="way_in_asked",
        label=gettext_lazy("Somebody asks me to confirm a code"),
        route="confirm_way_in",
        rows=RecoveryCode.objects.to_confirm,
        title=lambda row: _("Is it right that somebody comes back in?"),
    ),
]
