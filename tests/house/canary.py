"""A canary in every field that holds words.

`plant` puts a unique token in every field that can hold something about or by a person, or whose reach is limited
(test_planted.py sees that none is forgotten). `Canary.hears` says which members of the cast may read it; the pass
(test_canary.py) compares what each of them really finds on the site.
"""

from datetime import timedelta

from django.utils import timezone

from communities.models import GroupMember, GroupRole, InvitationKind, Organisation
from stories.models import Consent, Quote, Story, Voice
from stories.telling.derived import derive
from tests.factories import communities
from tests.house.cage import HANDLERS, ORGANISERS, Cage
from tests.house.canary_accounts import plant_accounts, plant_letter
from tests.house.canary_calls import plant_calls
from tests.house.canary_codes import plant_codes
from tests.house.canary_continuity import plant_continuity
from tests.house.canary_interpretation import plant_interpretation
from tests.house.canary_learning import plant_learning
from tests.house.canary_neighbours import plant_neighbours
from tests.house.canary_networks import plant_networks
from tests.house.canary_places import plant_places
from tests.house.canary_planning import plant_planning
from tests.house.canary_reading import plant_reading
from tests.house.canary_reports import plant_reports
from tests.house.canary_table import plant_table
from tests.house.canary_telling import plant_telling
from trajectories.models import (
    AgendaItem,
    Answer,
    FundingPeriod,
    Gathering,
    Harvest,
    Signal,
    Status,
    StatusChange,
    Trajectory,
)
from volunteers.models import Initiative, SupportReply, SupportRequest


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
    derive([story])
    if quote:
        translated = cage.token(f"{where}vertaald", heard, {teller})
        Quote.objects.create(story=story, start=0, end=len(story.text), translation=translated)
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
    heard.read_back_on = timezone.localdate()
    heard.read_back_how = cage.token("voorgelezen", None, of="builder")
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
        meets = {"host", "host_of_two"} if name == "pending" else set()
        who = name.replace("_", "")
        user.display_name = cage.token(f"naam{who}", rungs[choice], {name, *meets}, of=name)
        user.email = cage.token(f"mail{who}", None, {name}) + "@mail.example"
        user.save()
        for rows in (user.memberships, user.group_roles, user.postings):
            rows.update(shown_as=choice)
    communities.GroupMemberFactory(
        group=cast.group,
        user=None,
        name=cage.token("bijgeschreven", 1, in_group=True),
        role=GroupRole.PARTICIPANT,
    )
    # What somebody knows a lot about is theirs, on whichever row it stands.
    for name in ("host", "participant"):
        knows = cage.token(f"weet{name}", 4 if name == "host" else 1, {name}, in_group=True)
        GroupMember.objects.filter(user=cast.user(name), group=cast.group).update(expertise=knows)


def _gatherings(cage, cast, trajectory):
    now = timezone.now()
    trajectory.rhythm, trajectory.questions = (
        cage.token("ritmetraject", 4),
        cage.token("beginvragen", None, ORGANISERS, stays_because="of the group"),
    )
    trajectory.save()
    for reach in (1, 2, 3, 4):
        row = Gathering.objects.create(
            community=cast.community,
            group=cast.group,
            reach=reach,
            starts_at=now + timedelta(days=reach),
            start_question=cage.token(f"vraag{reach}", reach, in_group=True),
            title=cage.token(f"bijeenkomst{reach}", reach, in_group=True),
            method=cage.token(f"werkwijze{reach}", reach, in_group=True),
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
            policy_wording=cage.token(f"beleid{reach}", reach, in_group=True),
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
    for public, reach in ((True, 4), (False, 1)):
        FundingPeriod.objects.create(
            public=public,
            funder_name=cage.token(f"geld{reach}", reach, in_group=True),
            conditions=cage.token(f"voorwaarde{reach}", None, ORGANISERS, stays_because="of the group"),
            **money,
        )


def _answered(cage, cast):
    """A question to an office with its answer: it hangs on the office, not on who wrote it (P9)."""
    today = timezone.localdate()
    put = {"put_to": cast.office, "put_on": today, "answer_due": today + timedelta(days=40)}
    here = {"community": cast.community, "group": cast.group}
    asked = Signal.objects.create(**here, title="Asked", words="Asked.", reach=4, **put)
    words = cage.token(
        "antwoordvanafdeling", 4, {"official"}, stays_because="an office answered, not a person"
    )
    Answer.objects.create(
        signal=asked, office=cast.office, kind="answer", words=words, by=cast.user("official")
    )


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
        stage_words=cage.token("stadium", 4),
    )
    welfare = Organisation.objects.get(pk=cast.organisation.pk)
    for reach in (1, 2, 4):
        who = {
            "owners": {"host", "builder"},
            "stays_because": "asked by a group and answered by an organisation",
        }
        asked = SupportRequest.objects.create(
            community=cast.community,
            group=group,
            kind="space",
            asked_of=welfare,
            asked_by=cast.user("host"),
            reach=reach,
            words=cage.token(f"steun{reach}", reach, **who),
        )
        SupportReply.objects.create(
            request=asked,
            organisation=welfare,
            state="picked_up",
            signed=f"een {cage.token(f'steungetekend{reach}', reach, **who)}",
            words=cage.token(f"steunantwoord{reach}", reach, **who),
        )


def plant(cast):
    """Put a canary in every personal field around the cast; returns them by token."""
    cage = Cage()
    communities.FigureFactory(area=cast.area)
    trajectory, _new = Trajectory.objects.get_or_create(group=cast.group)
    _people(cage, cast)
    plant_places(cage, cast)
    plant_accounts(cage, cast)
    _stories(cage, cast)
    _gatherings(cage, cast, trajectory)
    plant_table(cage, cast, trajectory)
    _asked(cage, cast)
    _answered(cage, cast)
    _initiative(cage, cast)
    plant_letter(cage, cast)
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
    plant_neighbours(cage, cast)
    code = cage.token("code", None, HANDLERS, stays_because="a poster of the community")
    communities.InvitationFactory(
        community=cast.community, kind=InvitationKind.POSTER, uses_left=None, code=code[:24]
    )
    return cage.canaries
