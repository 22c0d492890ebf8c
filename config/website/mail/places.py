"""Mail to somebody without an account about their place, composed when it goes."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from trajectories.models import SignUp
from trajectories.signups.notices import moment_of, title_of


def compose(letter):
    """What became of the place that this letter is about; nothing when it is gone or the day has been."""
    row = SignUp.objects.by_code(letter.about).with_gathering().first()
    if row is None or not row.mail or row.gathering.has_begun:
        return None
    with translation.override(settings.LANGUAGE_CODE):
        moment = moment_of(row)
        link = settings.SITE_URL + row.get_absolute_url()
        values = {"title": title_of(row), "moment": moment, "link": link}
        return {
            "to": row.mail,
            "subject": values["title"],
            "text": render_to_string("email/place.txt", values),
            "html": render_to_string("email/place.html", values),
            "moments": [moment],
        }
