"""Whatever happens in between: nobody is mailed a kind they switched off, or a thing they may not see."""

import re
from datetime import timedelta

import time_machine
from django.core import mail
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from communities.admission.actions import leave
from communities.models import GroupRole, Silence
from communities.news.actions import choose_notices
from communities.news.reads import notice_kinds
from communities.rights.reader import Reader
from config.website.mail.at_once import make_letters
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from stories.models import Story
from stories.telling.actions import telling
from tests.factories import communities
from trajectories.planning import actions as planning_actions
from trajectories.table import actions as table_actions

NAMES = ["teller", "host", "participant"]
STEPS = some.one_of(
    some.tuples(some.sampled_from(["share", "narrow", "withdraw", "plan", "harvest", "send"]), some.none()),
    some.tuples(some.just("leave"), some.sampled_from(NAMES)),
    some.tuples(some.sampled_from(["silence", "hear"]), some.sampled_from(["story", "gathering", "harvest"])),
)
ADDRESS = re.compile(r"http://127\.0\.0\.1:8000(/\S+)")


class World:
    """A group of three that tells, plans, harvests, leaves and switches news off."""

    def __init__(self):
        self.community = communities.CommunityFactory()
        self.group = communities.GroupFactory(community=self.community)
        self.people = {name: communities.UserFactory(digest="daily") for name in NAMES}
        for name, role in zip(
            NAMES, (GroupRole.PARTICIPANT, GroupRole.HOST, GroupRole.PARTICIPANT), strict=True
        ):
            communities.MembershipFactory(community=self.community, user=self.people[name])
            communities.GroupMemberFactory(group=self.group, user=self.people[name], role=role)
        self.story = self.gathering = None

    def do(self, step, value):
        """One thing that somebody does."""
        allowed = {"reach": 2, "may_quote": False, "may_count": False, "may_teach": False}
        teller, host = self.people["teller"], self.people["host"]
        if step == "share":
            self.story = telling.start_draft(by=teller, community=self.community, group=self.group)
            self.story = telling.save_draft(by=teller, story=self.story, values={"text": "Once."})
            telling.tell(by=teller, story=self.story, permission=allowed)
        elif step in {"narrow", "withdraw"} and self.story:
            story = Story.objects.get(pk=self.story.pk)
            if step == "narrow":
                telling.change_reach(by=teller, story=story, permission={**allowed, "reach": 1})
            else:
                telling.withdraw(by=teller, story=story)
        elif step == "plan":
            values = {"start_question": "What now?", "starts_at": timezone.now() + timedelta(days=9)}
            self.gathering = planning_actions.plan_gathering(by=host, group=self.group, values=values)
        elif step == "harvest" and self.gathering:
            table_actions.write_harvest(by=host, gathering=self.gathering, values={"told": "Much."})
        else:
            self.people_change(step, value)

    def people_change(self, step, value):
        if step == "leave":
            leave(by=self.people[value], community=self.community)
        elif step == "silence":
            choose_notices(by=self.people["participant"], digest="daily", silent={value})
        elif step == "hear":
            choose_notices(by=self.people["participant"], digest="daily", silent=set())


class TestOffIsOff(TestCase):
    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(some.lists(STEPS, min_size=3, max_size=14))
    def test_no_mail_holds_what_its_reader_switched_off_or_may_not_see(self, steps):
        world, noon = World(), timezone.localtime().replace(hour=12)
        for day, (step, value) in enumerate([*steps, ("send", None)]):
            with time_machine.travel(noon + timedelta(days=day), tick=False):
                mail.outbox = []
                (make_letters(), make_digests()) if step == "send" else world.do(step, value)
                post_waiting()
                for message in mail.outbox:
                    self.check(world, message)

    def check(self, world, message):
        """Each address in the mail opens for its reader, and is of a kind they did not switch off."""
        person = next(p for p in world.people.values() if p.email == message.to[0])
        silent = set(Silence.objects.filter(person=person).values_list("kind", flat=True))
        self.client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        for address in ADDRESS.findall(message.body):
            assert self.client.get(address).status_code == 200, address
            if address.startswith("/verhaal/"):
                assert "story" not in silent
            if address.startswith("/bijeenkomst/"):
                assert not {"gathering", "harvest"} <= silent
        titles = [
            str(kind.title(row))
            for kind in (notice_kinds()[key] for key in silent)
            for row in kind.rows(Reader(user=person))
        ]
        assert [title for title in titles if title in message.body] == []
