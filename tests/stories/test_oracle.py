"""Whatever is done with a story, in whatever order: who sees it equals what a small oracle says.

The oracle is written from 2-domain.md alone and shares no code with the site.
"""

from datetime import timedelta

import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from communities.visibility import Reader
from stories import actions
from stories.models import Story
from tests.factories import communities as make

READERS = ["teller", "group_member", "member", "builder", "official", "elsewhere", "visitor"]
REACHES = st.integers(min_value=0, max_value=4)
LATER = st.lists(
    st.one_of(
        st.tuples(st.just("reach"), REACHES),
        st.tuples(st.just("edit"), REACHES),
        st.tuples(st.just("reach"), st.integers(min_value=1, max_value=3)),
        st.tuples(st.just("withdraw"), st.just(0)),
        st.tuples(st.just("wait"), st.sampled_from([100, 400, 731])),
        st.tuples(st.just("leave"), st.sampled_from(["group_member", "member", "builder"])),
        st.tuples(st.just("unpost"), st.just(0)),
        st.tuples(st.just("erase"), st.just(0)),
    ),
    min_size=4,
    max_size=9,
)


class Oracle:
    """What should hold, in as few words as possible."""

    def __init__(self):
        self.told = self.gone = False
        self.reach = self.given = None
        self.day = 0
        self.here = {"teller", "group_member", "member", "builder"}
        self.official = True

    def allow(self, reach):
        self.told, self.reach, self.given = True, reach, self.day

    def sees(self, name):
        if self.gone:
            return False
        if name == "teller":
            return True
        if not self.told or self.reach is None:
            return False
        reach = self.reach if self.day < self.given + 730 else min(self.reach, 1)
        if name in {"elsewhere", "visitor"}:
            return reach == 4
        if name == "official":
            return reach == 4 or (reach == 3 and self.official)
        near = name in self.here
        return reach == 4 or (near and reach >= 2) or (near and name == "group_member" and reach == 1)


class World:
    """The same people and the same story, on the real site."""

    def __init__(self):
        self.community = make.CommunityFactory()
        group = make.GroupFactory(community=self.community)
        office = make.OfficeFactory(organisation=self.community.municipality)
        self.people = {name: make.UserFactory() for name in READERS if name != "visitor"}
        for name in ("teller", "group_member", "member"):
            make.MembershipFactory(community=self.community, user=self.people[name])
        make.BuilderFactory(community=self.community, user=self.people["builder"])
        for name in ("teller", "group_member"):
            make.GroupMemberFactory(group=group, user=self.people[name], role="participant")
        self.posting = make.PostingFactory(user=self.people["official"], office=office)
        self.teller = self.people["teller"]
        self.story = actions.start_draft(by=self.teller, community=self.community, group=group)
        self.story = actions.save_draft(by=self.teller, story=self.story, values={"text": "Once."})

    def sees(self, name):
        reader = Reader(user=self.people[name]) if name in self.people else Reader()
        return Story.objects.visible_to(reader).filter(uuid=self.story.uuid).exists()

    def permission(self, reach):
        return {"reach": reach, "may_quote": True, "may_count": False, "may_teach": False}

    def do(self, step, value, oracle):
        """Do one thing on both sides; what makes no sense now is skipped on both."""
        if oracle.gone:
            return
        if step == "share" and not oracle.told:
            actions.tell(by=self.teller, story=self.story, permission=self.permission(value))
            oracle.allow(value)
        elif step == "reach" and oracle.told:
            actions.change_reach(by=self.teller, story=self.story, permission=self.permission(value))
            oracle.allow(value)
        elif step == "edit" and oracle.told:
            copy = actions.start_changing(by=self.teller, story=Story.objects.get(pk=self.story.pk))
            actions.save_draft(by=self.teller, story=copy, values={"text": f"Once, {oracle.day} {value}."})
            actions.tell(by=self.teller, story=copy, permission=self.permission(value))
            oracle.allow(value)
        elif step == "withdraw" and oracle.told:
            actions.withdraw(by=self.teller, story=self.story)
            oracle.reach = None
        elif step == "erase":
            actions.erase(by=self.teller, story=Story.objects.get(pk=self.story.pk))
            oracle.gone = True
        else:
            self.people_change(step, value, oracle)

    def people_change(self, step, value, oracle):
        today = timezone.localdate()
        if step == "leave":
            self.people[value].memberships.update(until=today)
            oracle.here.discard(value)
        elif step == "unpost":
            type(self.posting).objects.filter(pk=self.posting.pk).update(until=today)
            oracle.official = False


class TestOracle(TestCase):
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(REACHES, LATER)
    def test_who_sees_a_story_is_what_the_oracle_says_after_every_step(self, first, later):
        world, oracle, start = World(), Oracle(), timezone.now()
        for step, value in [("share", first), *later]:
            if step == "wait":
                oracle.day += value
            with time_machine.travel(start + timedelta(days=oracle.day, hours=1), tick=False):
                world.do(step, value, oracle)
                seen = {name for name in READERS if world.sees(name)}
            assert seen == {name for name in READERS if oracle.sees(name)}, (step, value)
