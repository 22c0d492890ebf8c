"""A name that was taken back stands in no mail any more; on pages it is judged by the one pass (test_canary.py)."""

from django.utils import timezone

from communities.news.actions import notify
from communities.personal.actions import show_as
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from tests.house.canary import plant

WATCHERS = ["participant", "official", "neighbour", "builder"]


def _mails(cast, mailoutbox):
    people = [cast.user(watcher) for watcher in WATCHERS]
    place = cast.community
    notify(by=cast.host, people=people, kind="let_in", about=place.slug, community=place)
    make_digests(timezone.localtime().replace(hour=12))
    post_waiting()
    return [mail for mail in mailoutbox if "Zonnebloemnaam" in mail.body + mail.subject]


def test_a_name_that_was_taken_back_is_in_no_mail(cast, mailoutbox):
    plant(cast)
    cast.host.display_name = "Zonnebloemnaam"
    cast.host.save()
    for choice in ("everyone", "role"):
        for row in (*cast.host.memberships.all(), *cast.host.group_roles.all()):
            show_as(by=cast.host, row=row, shown_as=choice)
    assert _mails(cast, mailoutbox) == []
