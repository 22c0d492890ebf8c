"""A canary in every personal field, and who may hear it.

`plant` puts a unique token in every field that can hold something about or by a person. `hears` says,
in twenty lines and without asking the site's own rules, which members of the cast may read it. The
crawl (test_canary.py) compares what each of them really finds on the site.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from communities.models import GroupMember, GroupRole, InvitationKind, Letter, Organisation
from stories.models import Consent, Quote, Story, Voice
from tests.factories import communities
from tests.house.canary_accounts import plant_accounts
from tests.house.canary_calls import plant_calls
from tests.house.canary_codes import plant_codes
from tests.house.canary_continuity import plant_continuity
from tests.house.canary_interpretation import plant_interpretation
from tests.house.canary_learning import plant_learning
from tests.house.canary_networks import plant_networks
from tests.house.canary_planning import plant_planning
from tests.house.canary_reading import plant_reading
from tests.house.canary_reports import plant_reports
from tests.house.canary_table import plant_table
from tests.house.canary_telling import plant_telling
from trajectories.models import (
    AgendaItem,
    FundingPeriod,
    Gathering,
    Harvest,
    Signal,
    Status,
    StatusChange,
    Trajectory,
)
from volunteers.models import Initiative, SupportReply, SupportRequest

EVERYBODY = "everybody"
RESIDENTS_HERE = {"resident", "host", "participant"}
GROUP_HERE = {"host", "participant", "builder"}
MEMBERS_HERE = RESIDENTS_HERE | {"builder"}
OFFICIALS_HERE = {"official", "official_who_lives_here"}


@dataclass(frozen=True)
class Canary:
    """A token, the rung it was put on (None: for its owners only), and who wrote it."""

    token: str
    reach: int | None
    owners: frozenset = frozenset()
    in_group: bool = False

    def hears(self, name):
        """Who may read this: the ladder of docs/domain.md, written down a second time on purpose."""
        if name in self.owners or self.reach == 4:
            return True
        if self.reach == 3:
            return name in MEMBERS_HERE | OFFICIALS_HERE
        if self.reach == 2:
            return name in MEMBERS_HERE
        if self.reach == 1:
            return self.in_group and name in GROUP_HERE
        return False


class Cage:
    """Hands out tokens and remembers them."""

    def __init__(self):
        self.canaries = {}

    def token(self, where, reach, owners=(), in_group=False):
        token = f"kanarie{len(self.canaries):03d}{where}"
        self.canaries[token] = Canary(token, reach, frozenset(owners), in_group)
        return token


def _story(cage, cast, where, reach, *, teller="resident", group=None, state="open", quote=False):
    """One told story; `state` says what became of its consent."""
    inside = group is not None
    heard = reach if state == "open" else None
    if state == "expired" and inside and reach >= 1:
        heard = 1
    words = [cage.token(f"{where}{part}", heard, {teller}, inside) for part in ("titel", "tekst", "naam")]
    told = timezone.localdate() - timedelta(days=3)
    story = Story(community=cast.community, group=group, teller=cast.user(teller), state="told", told_on=told)
    story.title, story.text, story.pseudonym = words
    story.text_hash = story.fingerprint if state != "altered" else "another text"
    story.save()
    given = timezone.now() - timedelta(days=3)
    until = given + timedelta(days=1 if state == "expired" else 700)
    ended = timezone.now() if state == "withdrawn" else None
    Consent.objects.create(
        story=story,
        text_hash=story.fingerprint,
        reach=reach,
        may_quote=quote,
        given_at=given,
        until=until,
        ended_at=ended,
    )
    if quote:
        Quote.objects.create(story=story, start=0, end=len(story.text))
    return story


def _stories(cage, cast):
    for reach in range(5):
        _story(cage, cast, f"reik{reach}", reach, quote=reach > 1)
        _story(cage, cast, f"groep{reach}", reach, teller="participant", group=cast.group)
    for state in ("withdrawn", "expired", "altered"):
        _story(cage, cast, state, 4, state=state)
    _story(cage, cast, "verlopengroep", 4, teller="participant", group=cast.group, state="expired")
    draft = Story(community=cast.community, teller=cast.user("resident"))
    draft.title = cage.token("concept", None, {"resident"})
    draft.text = cage.token("concepttekst", None, {"resident"})
    draft.save()
    heard = Story(community=cast.community, written_by=cast.user("builder"), told_by="listener")
    heard.title = cage.token("opgeschreven", None, {"builder"})
    heard.text = cage.token("opgeschreventekst", None, {"builder"})
    heard.save()
    Voice.objects.create(
        community=cast.community,
        area_code=cast.area.code,
        subject="people",
        words=cage.token("stem", 4),
        pseudonym=cage.token("stemnaam", 4),
        by=cast.user("resident"),
    )


def _people(cage, cast):
    """Names are heard only where their owner said yes; mail addresses by their owner alone."""
    rungs = {"role": None, "community": 2, "everyone": 4}
    shown = {"host": "everyone", "builder": "community", "official": "everyone"}
    for name, user in cast.people.items():
        choice = shown.get(name, "role")
        # Who asks to join is met at the door by a host.
        meets = {"host"} if name == "pending" else set()
        user.display_name = cage.token(f"naam{name.replace('_', '')}", rungs[choice], {name, *meets})
        user.email = cage.token(f"mail{name.replace('_', '')}", None, {name}) + "@mail.example"
        user.save()
        for rows in (user.memberships, user.group_roles, user.postings):
            rows.update(shown_as=choice)
    communities.GroupMemberFactory(
        group=cast.group,
        user=None,
        name=cage.token("bijgeschreven", 1, in_group=True),
        role=GroupRole.PARTICIPANT,
    )
    GroupMember.objects.filter(user=cast.user("host")).update(expertise=cage.token("weet", 4))


def _gatherings(cage, cast, trajectory):
    now = timezone.now()
    for reach in (1, 2, 3, 4):
        row = Gathering.objects.create(
            community=cast.community,
            group=cast.group,
            reach=reach,
            starts_at=now + timedelta(days=reach),
            start_question=cage.token(f"vraag{reach}", reach, in_group=True),
            needs=cage.token(f"nodig{reach}", reach, in_group=True),
        )
        token = cage.token(f"agenda{reach}", reach, in_group=True)
        AgendaItem.objects.create(gathering=row, text=token, origin="residents")
    for number, reach in enumerate((1, 2, 3, 4)):
        past = Gathering.objects.create(
            community=cast.community,
            group=cast.group,
            reach=4,
            starts_at=now - timedelta(days=10 + number),
            start_question=cage.token(f"geweest{reach}", 4),
        )
        told = {
            field: cage.token(f"oogst{reach}{number}{field[:4]}", reach, in_group=True)
            for field in ("told", "insights", "differences", "what_next")
        }
        Harvest.objects.create(
            gathering=past,
            community=cast.community,
            group=cast.group,
            reach=reach,
            approved_on=now.date(),
            **told,
        )
    StatusChange.objects.create(
        trajectory=trajectory,
        status=Status.RUNNING,
        on=communities.days_ago(500),
        why=cage.token("waarom", 4),
    )


def _asked(cage, cast):
    here = {"community": cast.community, "group": cast.group}
    for reach in (1, 2):
        Signal.objects.create(
            **here,
            reach=reach,
            title=cage.token(f"signaal{reach}", reach, in_group=True),
            words=cage.token(f"signaaltekst{reach}", reach, in_group=True),
        )
    today = timezone.localdate()
    Signal.objects.create(
        **here,
        reach=2,
        title=cage.token("gesteld", 4),
        words=cage.token("gesteldtekst", 4),
        put_to=cast.office,
        put_on=today,
        answer_due=today + timedelta(days=40),
    )
    money = {
        "group": cast.group,
        "form": "fund",
        "starts_on": communities.days_ago(300),
        "ends_on": today + timedelta(days=100),
    }
    FundingPeriod.objects.create(funder_name=cage.token("geldopenbaar", 4), public=True, **money)
    FundingPeriod.objects.create(funder_name=cage.token("geldgroep", 1, in_group=True), public=False, **money)


def _initiative(cage, cast):
    group = communities.GroupFactory(community=cast.community, own_words=cage.token("initiatief", 4))
    communities.GroupMemberFactory(
        group=group, user=cast.user("host"), role=GroupRole.CARRIER, shown_as="everyone"
    )
    Initiative.objects.create(
        group=group,
        stage="running",
        can_ask=cage.token("vraagons", 4),
        cannot_ask=cage.token("nietvragen", 4),
    )
    welfare = Organisation.objects.get(pk=cast.organisation.pk)
    for reach in (1, 2, 4):
        owners = {"host", "builder"}
        asked = SupportRequest.objects.create(
            community=cast.community,
            group=group,
            kind="space",
            asked_of=welfare,
            asked_by=cast.user("host"),
            reach=reach,
            words=cage.token(f"steun{reach}", reach, owners),
        )
        SupportReply.objects.create(
            request=asked,
            organisation=welfare,
            state="picked_up",
            signed="builder",
            words=cage.token(f"steunantwoord{reach}", reach, owners),
        )


def _letter(cage, cast):
    """One that waits: a run that posts what is due leaves it alone."""
    Letter.objects.create(
        person=cast.user("resident"),
        to=cage.token("briefadres", None, {"resident"}) + "@mail.example",
        subject=cage.token("brieftitel", None, {"resident"}),
        text=cage.token("brief", None, {"resident"}),
        due_at=timezone.now() + timedelta(days=365),
    )


def plant(cast):
    """Put a canary in every personal field around the cast; returns them by token."""
    cage = Cage()
    communities.FigureFactory(area=cast.area)
    trajectory, _new = Trajectory.objects.get_or_create(group=cast.group)
    _people(cage, cast)
    plant_accounts(cage, cast)
    _stories(cage, cast)
    _gatherings(cage, cast, trajectory)
    plant_table(cage, cast, trajectory)
    _asked(cage, cast)
    _initiative(cage, cast)
    _letter(cage, cast)
    plant_planning(cage, cast)
    plant_codes(cage, cast)
    plant_reports(cage, cast)
    plant_telling(cage, cast)
    plant_reading(cage, cast)
    plant_learning(cage, cast, Gathering.objects.filter(reach=4, harvest__told__contains="kanarie").first())
    plant_networks(cage, cast)
    plant_continuity(cage, cast)
    plant_calls(cage, cast)
    plant_interpretation(cage, cast)
    code = cage.token("code", None, {"host", "builder"})
    communities.InvitationFactory(
        community=cast.community, kind=InvitationKind.POSTER, uses_left=None, code=code[:24]
    )
    return cage.canaries
