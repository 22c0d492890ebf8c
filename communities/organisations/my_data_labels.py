"""What rows about posts and administrators are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Posting": _("Posts I hold"),
    "communities.Appointment": _("Administration"),
    "communities.BackOfficeDeed": _("What I did as an administrator"),
}
