"""A story of somebody without an account: told with a code, told to a listener, or told by a child; and a small oracle.

Written like `machine.py`: `Oracle` knows docs/domain.md and record 20, and no code of the site; `World` does the
same on the site. What the site refuses must be what the oracle refuses.
"""

from datetime import timedelta

import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from hypothesis import strategies as st

from communities.rights.reader import Reader
from communities.site.dates import today
from stories.keyless import actions as keyless_actions
from stories.listening import actions as listening_actions
from stories.models import Consent, Story, StoryKey
from stories.telling.actions import telling
from stories.telling.derived import astray
from tests.factories import communities
from tests.stories.telling.surfaces import SURFACES, TOKEN, turns

READERS = ["code", "other code", "writer", "host", "groupmate", "member", "official", "elsewhere", "visitor"]
SHOWN = ["story page", "list", "search", "may be written on", "my data"]
HANDS = st.sampled_from(["code", "writer"])
REACH = st.integers(min_value=0, max_value=4)
NONE = st.just(0)
STEP = st.one_of(
    st.tuples(st.just("write"), HANDS),
    st.tuples(st.just("read_back"), NONE),
    st.tuples(st.just("share"), st.tuples(HANDS, REACH, st.booleans())),
    st.tuples(st.just("share"), st.tuples(HANDS, REACH, st.just(False))),
    st.tuples(st.just("reach"), st.tuples(HANDS, REACH)),
    st.tuples(st.just("reach"), st.tuples(HANDS, REACH)),
    st.tuples(st.sampled_from(["code", "close", "let_in", "turn_away", "heard"]), NONE),
    st.tuples(st.just("ask"), st.sampled_from([3, 4])),
    st.tuples(st.just("withdraw"), HANDS),
    st.tuples(st.sampled_from(["go", "come"]), NONE),
    st.tuples(st.just("wait"), st.sampled_from([1, 400, 731])),
)


class Oracle:
    """What should hold. `begun` is "code" or "writer": a story told alone, or one written down in a group."""

    def __init__(self, begun):
        self.begun, self.day = begun, 0
        self.told = self.draft = self.reach = self.asked = None
        self.given, self.young, self.heard = 0, False, False
        self.has_code = self.open = begun == "code"
        self.let_in = None
        self.here = True

    def now(self):
        """How far it travels today."""
        lives = self.reach is not None and self.day < self.given + 730
        fallen = min(self.reach or 0, 1) if self.begun == "writer" else 0
        return self.reach if lives else fallen

    def lives(self):
        return self.reach is not None and self.day < self.given + 730

    def may(self, who, reach, young):
        """Whether this yes may be given by who gives it: a listener never more, a child never further than the group."""
        if (reach == 1 and self.begun == "code") or (young and reach > 1):
            return False
        if who == "code":
            return self.open
        if self.begun == "code" or reach > 2:
            return False
        return self.told is None or (self.reach is not None and reach <= self.now())

    def yes(self, who, reach):
        self.reach, self.given, self.asked = reach, self.day, None

    def holds(self, name):
        """In whose hands it is: who opened it with its code, and the listener."""
        return (name == "code" and self.open) or (name == "writer" and self.begun == "writer" and self.here)

    def reads(self, name):
        if self.told is None:
            return False
        if self.holds(name):
            return True
        if self.reach is None or (self.has_code and self.let_in != self.told):
            return False
        reach = self.now()
        near = {"writer", "host", "groupmate", "member"} - (set() if self.here else {"writer"})
        return (
            reach == 4
            or (reach == 3 and name == "official")
            or (reach >= 2 and name in near)
            or (reach >= 1 and self.begun == "writer" and name in {"host", "groupmate"})
        )


class World:
    """The same on the site. Who has no account acts as `by=None`, from the code in the session."""

    def __init__(self):
        self.community = communities.CommunityFactory()
        self.group = communities.GroupFactory(community=self.community)
        office = communities.OfficeFactory(organisation=self.community.municipality)
        self.people = {name: communities.UserFactory() for name in READERS[2:-1]}
        for name in ("host", "groupmate", "member"):
            communities.MembershipFactory(community=self.community, user=self.people[name])
        communities.BuilderFactory(community=self.community, user=self.people["writer"])
        for name, role in (("host", "host"), ("groupmate", "participant")):
            communities.GroupMemberFactory(group=self.group, user=self.people[name], role=role)
        communities.PostingFactory(user=self.people["official"], office=office)
        communities.MembershipFactory(user=self.people["elsewhere"])
        _story, self.other, _code = keyless_actions.tell_alone(by=None, community=self.community)
        self.number = 0

    def begin(self, begun):
        """A new life: one empty page, by who has the code or by who writes it down."""
        self.number, self.copy, self.readers, self.asked = 0, None, {}, {}
        if not self.people["writer"].memberships.filter(until=None).exists():
            communities.BuilderFactory(community=self.community, user=self.people["writer"])
        if begun == "code":
            self.story, _receipt, _code = keyless_actions.tell_alone(by=None, community=self.community)
        else:
            here = {"community": self.community, "group": self.group}
            self.story = telling.start_draft(by=self.people["writer"], for_somebody=True, **here)
        return Oracle(begun)

    def reader(self, name, oracle):
        """One reader per person and moment, as in a request."""
        held = ()
        if name == "code" and oracle.open:
            held = tuple(StoryKey.objects.filter(story=self.story).values_list("pk", flat=True))
        elif name == "other code":
            held = (self.other.pk,)
        key = name, timezone.now(), held
        if key not in self.readers:
            self.readers[key] = Reader(user=self.people.get(name) or AnonymousUser(), receipts=held)
        return self.readers[key]

    def sees(self, name, reader):
        """The rule of stories, built once per reader and moment, and asked of the database after every step."""
        key = name, timezone.now(), reader.receipts
        if key not in self.asked:
            rows = Story.objects.visible_to(reader).told().filter(pk=self.story.pk).values("pk").order_by()
            self.asked[key] = rows.query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*self.asked[key])
            return bool(cursor.fetchall())

    def by(self, who):
        return None if who == "code" else self.people[who]

    def do_write(self, who, oracle):
        if not oracle.holds(who):
            return
        self.number += 1
        draft, token = self.story, f"woord{self.number}x"
        if oracle.told:
            draft = self.copy = telling.start_changing(
                by=self.by(who), story=Story.objects.get(pk=self.story.pk)
            )
        words = {"title": f"{token} title", "text": f"{token} we stayed."}
        telling.save_draft(by=self.by(who), story=draft, values=words)
        oracle.draft, oracle.heard = token, False

    def do_read_back(self, _value, oracle):
        if oracle.draft and oracle.holds("writer"):
            draft = Story.objects.get(pk=(self.copy or self.story).pk)
            telling.read_back(by=self.people["writer"], story=draft, on=today(), how="aloud")
            oracle.heard = True

    def permission(self, reach):
        return {"reach": reach, "may_quote": False, "may_count": False, "may_teach": False}

    def refused(self, deed, may, **how):
        """Do it, and see that the site refuses exactly what the oracle refuses."""
        try:
            deed(**how)
        except ValidationError:
            assert not may, "refused what may be"
            return True
        assert may, "let pass what may not be"
        return False

    def do_share(self, value, oracle):
        who, reach, young = value
        if oracle.draft is None or not oracle.holds(who):
            return
        may = oracle.may(who, reach, young) and (who == "code" or oracle.heard)
        age = {"young": young, "guardian_yes": young, "child_yes": young}
        how = {"by": self.by(who), "story": self.copy or self.story, "permission": self.permission(reach)}
        if self.refused(telling.tell, may, **how, age=age):
            return
        oracle.told, oracle.draft, oracle.young, self.copy = oracle.draft, None, young, None
        oracle.let_in = oracle.told if who == "writer" else oracle.let_in
        oracle.yes(who, reach)

    def do_reach(self, value, oracle):
        who, reach = value
        if oracle.told is None or not oracle.holds(who):
            return
        how = {"by": self.by(who), "story": self.story, "permission": self.permission(reach)}
        if not self.refused(telling.change_reach, oracle.may(who, reach, oracle.young), **how):
            oracle.yes(who, reach)

    def do_code(self, _value, oracle):
        """The listener gives the teller a code, once; or the teller opens theirs again."""
        if not oracle.has_code:
            if not oracle.here:
                return
            keyless_actions.give_story_key(by=self.people["writer"], story=self.story)
            oracle.let_in = oracle.told
        oracle.has_code = oracle.open = True

    def do_close(self, _value, oracle):
        oracle.open = False

    def _waiting(self):
        return Story.objects.waiting_for(Reader(user=self.people["host"])).filter(community=self.community)

    def do_let_in(self, _value, oracle):
        """Whoever decides sees only what waits."""
        row = self._waiting().filter(pk=self.story.pk, call=None).first()
        if row is not None:
            keyless_actions.release_story(by=self.people["host"], story=row, seen=row.text_hash)
            oracle.let_in = oracle.told

    def do_turn_away(self, _value, oracle):
        row = self._waiting().filter(pk=self.story.pk).first()
        if row is not None:
            keyless_actions.turn_away(by=self.people["host"], story=row)

    def do_ask(self, reach, oracle):
        """A listener notes that the teller wants more; it holds after somebody else heard it too."""
        if oracle.told and oracle.holds("writer"):
            may = oracle.lives() and oracle.reach == 2 and not oracle.young
            how = {"by": self.people["writer"], "story": self.story, "reach": reach}
            if not self.refused(listening_actions.ask_witness, may, **how):
                oracle.yes("writer", 2)
                oracle.asked = reach

    def do_heard(self, _value, oracle):
        """The writer is no second witness; a member is, who may read the story."""
        consent = Consent.objects.not_withdrawn().filter(story=self.story).first()
        if consent is not None and oracle.begun == "writer":
            writer = {"by": self.people["writer"], "consent": consent}
            assert self.refused(listening_actions.confirm_as_witness, False, **writer)
            may = oracle.asked is not None and oracle.lives()
            if not self.refused(
                listening_actions.confirm_as_witness, may, by=self.people["member"], consent=consent
            ):
                oracle.yes("member", oracle.asked)

    def do_withdraw(self, who, oracle):
        if oracle.told and oracle.holds(who):
            telling.withdraw(by=self.by(who), story=self.story)
            oracle.reach = oracle.asked = None

    def do_go(self, _value, oracle):
        """Whoever writes down for others goes, and with that what they alone could read."""
        self.people["writer"].memberships.filter(until=None).update(until=today())
        oracle.here = False

    def do_come(self, _value, oracle):
        if not oracle.here:
            communities.BuilderFactory(community=self.community, user=self.people["writer"], since=today())
            oracle.here = True

    def do_wait(self, days, oracle):
        oracle.day += days


def expected(oracle, name):
    """What the oracle says about each surface."""
    read = {oracle.told} if oracle.reads(name) else set()
    own = {oracle.told, oracle.draft} - {None} if oracle.holds(name) else set()
    lists = dict.fromkeys(("story page", "list", "search"), read)
    return {**lists, "may be written on": own, "my data": set()}


def run(begun, steps, world=None, place=None):
    """Do the steps one by one and compare after each, as `machine.run` does."""
    world, start = world or World(), timezone.now()
    oracle = world.begin(begun)
    for number, (step, value) in enumerate(steps):
        with time_machine.travel(start + timedelta(days=oracle.day, hours=1), tick=False):
            getattr(world, f"do_{step}")(value, oracle)
            # It takes longer than a step itself: every tenth, and the last.
            if number % 10 == 0 or number == len(steps) - 1:
                assert not astray().exists(), (number, step, value)
            if step in ("go", "come"):
                world.readers, world.asked = {}, {}
        with time_machine.travel(start + timedelta(days=oracle.day, hours=2), tick=False):
            readers = {name: world.reader(name, oracle) for name in READERS}
            for name, reader in readers.items():
                assert world.sees(name, reader) == oracle.reads(name), (number, step, value, name)
            last = place is None and number == len(steps) - 1
            for name, surfaces in turns(number + (place or 0), READERS, SHOWN, last):
                for shown in surfaces:
                    found = set(TOKEN.findall(" ".join(SURFACES[shown](world, readers[name]))))
                    assert found == expected(oracle, name)[shown], (number, step, value, name, shown)
    return world, oracle
