"""A town in which one story after another is told, changed, shared, taken back and erased; and a small oracle.

`Oracle` is written from docs/domain.md alone and shares no code with the site. `World` does the same on the
site. `run` compares them after every step: the rule for every reader, and surfaces for one reader in turn.
"""

import copy
from datetime import timedelta

import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from communities.moderation import actions as moderation_actions
from communities.news.reads import news_for
from communities.rights.reader import Reader
from communities.site.dates import today
from stories.citing import actions as citing_actions
from stories.models import Story
from stories.responses import actions as responses_actions
from stories.telling.actions import telling
from stories.telling.derived import astray
from tests.factories import communities
from tests.stories.telling.surfaces import SURFACES, TOKEN, expected, turns
from trajectories.models import Signal

READERS = ["teller", "groupmate", "member", "builder", "official", "elsewhere", "visitor"]
REACH = st.integers(min_value=0, max_value=4)
WHO = st.sampled_from(["groupmate", "member", "builder", "official", "teller"])
NONE = st.just(0)
STEP = st.one_of(
    st.tuples(st.just("write"), NONE),
    st.tuples(st.just("share"), REACH),
    st.tuples(st.just("share"), st.integers(min_value=1, max_value=3)),
    st.tuples(st.just("reach"), REACH),
    st.tuples(st.just("quote"), st.booleans()),
    st.tuples(st.just("add"), NONE),
    st.tuples(st.just("withdraw"), NONE),
    st.tuples(st.just("wait"), st.sampled_from([1, 15, 400, 731])),
    st.tuples(st.sampled_from(["leave", "return", "post", "unpost", "group", "ungroup"]), WHO),
    st.tuples(st.sampled_from(["aside", "back"]), NONE),
    st.tuples(st.just("erase"), NONE),
)


def lives(runs):
    """So many lives, the same ones every time; a town that is slow to look at is not unhealthy."""
    return settings(
        max_examples=runs,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


class Oracle:
    """What should hold, in as few words as possible. `told` is the token of the text that is told now."""

    def __init__(self):
        self.day, self.told, self.draft, self.later = 0, None, None, None
        self.reach = self.given = self.aside = None
        self.quoting = False
        self.here = {"teller", "groupmate", "member", "builder"}
        self.grouped, self.posted = {"teller", "groupmate"}, {"official"}

    def lives(self):
        return self.reach is not None and self.day < self.given + 730

    def reads(self, name):
        if self.told is None or name == "teller":
            return self.told is not None
        if self.reach is None or (self.aside is not None and self.day < self.aside + 14):
            return False
        reach = self.reach if self.lives() else min(self.reach, 1)
        near = name in self.here and name not in self.posted
        return (
            reach == 4
            or (reach == 3 and name in self.posted)
            or (reach >= 2 and near)
            or (reach >= 1 and near and name in self.grouped)
        )

    def quotes(self, name):
        return self.reads(name) and self.lives() and self.quoting


class World:
    """The same people and stories on the real site."""

    def __init__(self):
        self.community, self.number, self.story, self.copy = communities.CommunityFactory(), 0, None, None
        self.readers, self.asked, self.panels = {}, {}, {}
        self.group = communities.GroupFactory(community=self.community)
        self.office = communities.OfficeFactory(organisation=self.community.municipality)
        self.people = {name: communities.UserFactory() for name in READERS if name != "visitor"}
        self.hosts = [communities.MembershipFactory(community=self.community).user for _n in range(2)]
        for host in self.hosts:
            communities.GroupMemberFactory(group=self.group, user=host, role="host")
        for name in ("teller", "groupmate", "member"):
            communities.MembershipFactory(community=self.community, user=self.people[name])
        communities.BuilderFactory(community=self.community, user=self.people["builder"])
        for name in ("teller", "groupmate"):
            communities.GroupMemberFactory(group=self.group, user=self.people[name], role="participant")
        communities.PostingFactory(user=self.people["official"], office=self.office)
        communities.MembershipFactory(user=self.people["elsewhere"])
        put = {"put_to": self.office, "put_on": today(), "answer_due": today() + timedelta(days=40)}
        self.signal = Signal.objects.create(
            community=self.community, group=self.group, title="Dark", words="Dark.", reach=4, **put
        )

    def reader(self, name):
        """One reader per person and moment: what a rule asks again and again is built once, as in a request."""
        key = name, timezone.now()
        if key not in self.readers:
            self.readers[key] = Reader(user=self.people.get(name) or AnonymousUser())
        return self.readers[key]

    def sees(self, name):
        """The rule of stories, built once per reader and moment, and asked of the database after every step."""
        key = name, timezone.now()
        if key not in self.asked:
            rows = Story.objects.visible_to(self.reader(name)).told().values("pk").order_by()
            self.asked[key] = rows.query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*self.asked[key])
            return bool(cursor.fetchall())

    def fresh(self):
        """The same people with nothing told yet: making them anew costs more than a life of a story."""
        again = copy.copy(self)
        again.story, again.copy, again.number = None, None, 0
        again.readers, again.asked, again.panels = {}, {}, {}
        return again

    def permission(self, reach, oracle):
        return {"reach": reach, "may_quote": oracle.quoting, "may_count": False, "may_teach": False}

    def do(self, step, value, oracle):
        """Do one thing on both sides; what makes no sense now is skipped on both."""
        getattr(self, f"do_{step}")(value, oracle)
        self.panels = {}
        if value in self.people:
            # Somebody came, went or changed posts: their next request begins anew.
            self.readers = {key: kept for key, kept in self.readers.items() if key[0] != value}
            self.asked = {key: kept for key, kept in self.asked.items() if key[0] != value}

    def do_write(self, _value, oracle):
        """A first draft, or a changed copy of what was told: nobody else reads it before it is shared."""
        self.number += 1
        teller, token = self.people["teller"], f"woord{self.number}x"
        if self.story is None:
            self.story = telling.start_draft(by=teller, community=self.community, group=self.group)
        draft = self.story
        if oracle.told:
            draft = self.copy = telling.start_changing(by=teller, story=Story.objects.get(pk=self.story.pk))
        words = {"title": f"{token} title", "text": f"{token} we stayed."}
        telling.save_draft(by=teller, story=draft, values=words)
        oracle.draft = token

    def do_share(self, reach, oracle):
        if oracle.draft is None:
            return
        permission = self.permission(reach, oracle)
        told = telling.tell(by=self.people["teller"], story=self.copy or self.story, permission=permission)
        self.copy = None
        telling.choose_quote(by=self.people["teller"], story=told, start=0, end=len(told.text))
        citing_actions.cite(by=self.hosts[0], quote=told.quote, signal=self.signal)
        oracle.told, oracle.draft, oracle.reach, oracle.given = oracle.draft, None, reach, oracle.day

    def do_reach(self, reach, oracle):
        if oracle.told:
            permission = self.permission(reach, oracle)
            telling.change_reach(by=self.people["teller"], story=self.story, permission=permission)
            oracle.reach, oracle.given = reach, oracle.day

    def do_quote(self, may, oracle):
        """Whether a sentence may be quoted is part of the next yes; given at once when something is told."""
        oracle.quoting = may
        if oracle.told and oracle.reach is not None:
            self.do_reach(oracle.reach, oracle)

    def do_add(self, _value, oracle):
        if oracle.told and oracle.lives():
            self.number += 1
            oracle.later = f"woord{self.number}x"
            words = f"{oracle.later} and now."
            responses_actions.say_how_it_is_now(by=self.people["teller"], story=self.story, words=words)

    def do_withdraw(self, _value, oracle):
        if oracle.told:
            telling.withdraw(by=self.people["teller"], story=self.story)
            oracle.reach = oracle.aside = None

    def do_wait(self, days, oracle):
        oracle.day += days

    def do_erase(self, _value, oracle):
        if self.story is not None:
            telling.erase(by=self.people["teller"], story=Story.objects.get(pk=self.story.pk))
            if oracle.told is None:
                Story.objects.filter(pk=self.story.pk).delete()
            self.story = self.copy = None
            oracle.told = oracle.draft = oracle.later = oracle.reach = oracle.aside = None

    def do_aside(self, _value, oracle):
        if oracle.told is None or oracle.aside is not None:
            return
        about = {"kind": "story", "about": self.story.pk, "community": self.community}
        said = {"authors": [self.people["teller"]], "category": "hurts", "words": "No.", "browser": "a"}
        found = moderation_actions.report(by=None, **about, **said)
        made = moderation_actions.propose_aside(by=self.hosts[0], report=found, reason="No.")
        self.aside = moderation_actions.agree_aside(by=self.hosts[1], set_aside=made)
        oracle.aside = oracle.day

    def do_back(self, _value, oracle):
        if oracle.aside is not None:
            moderation_actions.lift_aside(by=self.hosts[0], set_aside=self.aside)
            oracle.aside = None

    def do_leave(self, name, oracle):
        self.people[name].memberships.filter(until=None).update(until=today())
        oracle.here.discard(name)

    def do_return(self, name, oracle):
        if name not in oracle.here | {"builder", "official"}:
            communities.MembershipFactory(community=self.community, user=self.people[name], since=today())
            oracle.here.add(name)

    def do_post(self, name, oracle):
        if name not in oracle.posted:
            communities.PostingFactory(user=self.people[name], office=self.office, since=today())
            oracle.posted.add(name)

    def do_unpost(self, name, oracle):
        self.people[name].postings.filter(until=None).update(until=today())
        oracle.posted.discard(name)

    def do_group(self, name, oracle):
        if name not in oracle.grouped:
            communities.GroupMemberFactory(
                group=self.group, user=self.people[name], role="participant", since=today()
            )
            oracle.grouped.add(name)

    def do_ungroup(self, name, oracle):
        self.people[name].group_roles.filter(until=None).update(until=today())
        oracle.grouped.discard(name)

    def tokens(self, name, surfaces=None):
        """Which texts stand on each of these surfaces for this reader."""
        reader = self.reader(name)
        found = {surface: SURFACES[surface](self, reader) for surface in surfaces or SURFACES}
        return {surface: set(TOKEN.findall(" ".join(texts))) for surface, texts in found.items()}

    def news(self, name):
        """Whether a page with news, of which the mail is made, leads this reader to the story."""
        if self.story is None or name == "visitor":
            return False
        lines = [line for _c, rows in news_for(self.reader(name)) for line in rows]
        return any(str(self.story.uuid) in line.address for line in lines)


def run(steps, world=None, after=None, place=None):
    """Do the steps one by one, and compare the site with the oracle after each.

    The rule is asked for everybody. Of every reader at every surface one pair has its turn, counted from `place`;
    without a place everybody looks everywhere after the last step.
    """
    world, oracle, start = world or World(), Oracle(), timezone.now()
    for number, (step, value) in enumerate(steps):
        with time_machine.travel(start + timedelta(days=oracle.day, hours=1), tick=False):
            world.do(step, value, oracle)
        # It takes longer than a step itself: every tenth, and the last.
        if number % 10 == 0 or number == len(steps) - 1:
            assert not astray().exists(), (number, step, value)
        with time_machine.travel(start + timedelta(days=oracle.day, hours=2), tick=False):
            for name in READERS:
                assert world.sees(name) == oracle.reads(name), (number, step, value, name)
            last = place is None and number == len(steps) - 1
            for name, surfaces in turns(number + (place or 0), READERS, SURFACES, last):
                rule = expected(oracle, name)
                rule = {surface: rule[surface] for surface in surfaces}
                assert world.tokens(name, surfaces) == rule, (number, step, value, name)
                assert oracle.reads(name) or not world.news(name) or name == "teller"
            if after and number == len(steps) - 1:
                after(world, oracle)
    return world, oracle
