"""Every kind of news comes from a deed, reaches the mail, and can be switched off."""

import ast
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from communities.admission import actions as admission_actions
from communities.founding import actions as founding_actions
from communities.models import GroupMember, GroupRole, Notice
from communities.moderation import actions as moderation_actions
from communities.moderation.registry import reportables
from communities.news.reads import notice_kinds
from communities.recovery import actions as recovery_actions
from config.website.mail.at_once import make_letters
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from stories.calls import actions as calls_actions
from stories.citing import actions as citing_actions
from stories.consent import terms
from stories.keyless import actions as keyless_actions
from stories.meaning.actions import rounds, together
from stories.models import ChangeRound, Observation, Story
from stories.responses import actions as responses_actions
from stories.suggestions import actions as suggestions_actions
from stories.telling.actions import telling
from stories.telling.actions.telling import HOLDS_FOR
from tests.factories import communities
from tests.factories.stories import a_call
from trajectories.continuity import actions as continuity_actions
from trajectories.decisions import actions as decisions_actions
from trajectories.handovers import actions as handovers_actions
from trajectories.heard import actions as heard_actions
from trajectories.introductions import actions as introductions_actions
from trajectories.models import Handover, Status, SupportNetwork, Trajectory
from trajectories.networks import actions as networks_actions
from trajectories.planning import actions as planning_actions
from trajectories.roles import actions as roles_actions
from trajectories.signals import actions as signals_actions
from trajectories.signups import actions as signups_actions
from trajectories.table import actions as table_actions
from volunteers.support import actions as support_actions

ROOT = Path(__file__).resolve().parents[3]
NOON = {"hour": 12, "minute": 0, "second": 0, "microsecond": 0}
EVERYONE = {"reach": 4, "may_quote": False, "may_count": False, "may_teach": False}


def _gathering(cast):
    values = {"start_question": "What keeps us awake?", "starts_at": timezone.now() + timedelta(days=3)}
    made = planning_actions.plan_gathering(by=cast.builder, group=cast.group, values=values)
    return planning_actions.invite_to_gathering(by=cast.builder, gathering=made)


def _place(cast, name="resident"):
    made = _gathering(cast)
    return signups_actions.sign_up(by=cast.user(name), gathering=made, name="Somebody", token=uuid.uuid4())


def _signal(cast):
    signal = signals_actions.raise_signal(
        by=cast.host, group=cast.group, title="It is dark here", words="For weeks."
    )
    return signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)


def _story(cast, teller="resident"):
    draft = telling.start_draft(by=cast.user(teller), community=cast.community)
    draft.text = "We stayed."
    draft.save()
    return telling.tell(by=cast.user(teller), story=draft, permission=EVERYONE)


def _support(cast):
    asked = {"kind": "space", "words": "A room.", "asked_of": cast.organisation, "reach": 2}
    return support_actions.ask_support(by=cast.host, group=cast.group, **asked)


def second_host(cast):
    """Two residents carry the group: then it can run."""
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role=GroupRole.HOST)


def _report(cast, category="hurts"):
    kind, row = reportables()["story"], _story(cast)
    here = {"community": cast.community, "authors": kind.authors(row)}
    said = {"category": category, "words": "No.", "browser": "a"}
    return moderation_actions.report(by=None, kind="story", about=row.pk, **here, **said)


def _aside(cast):
    made = moderation_actions.propose_aside(by=cast.host, report=_report(cast), reason="No.")
    return moderation_actions.agree_aside(by=cast.builder, set_aside=made)


def report(cast):
    _report(cast)


def named(cast):
    _report(cast, "named")


def set_aside(cast):
    _aside(cast)


def objection(cast):
    moderation_actions.object_to_aside(by=cast.resident, set_aside=_aside(cast), objection="Yes.")


def came_back(cast):
    _aside(cast)
    return timedelta(days=14)


def stays_away(cast):
    aside = _aside(cast)
    for person in (cast.host, cast.builder):
        moderation_actions.judge_aside(by=person, set_aside=aside, away=True)


def way_in(cast):
    site = {"email": "participant@mail.example", "site": ""}
    recovery_actions.make_recovery_code(by=cast.host, community=cast.community, **site)


def knocking(cast):
    poster = admission_actions.invite(by=cast.host, community=cast.community, kind="poster")
    admission_actions.accept(by=cast.stranger, invitation=poster)


def let_in(cast):
    admission_actions.admit_member(by=cast.host, membership=cast.pending.memberships.get())


def divided(cast):
    type(cast.area).objects.update(municipality_code="GM9999")
    communities.AreaFactory(code=cast.area.code, year=2026, municipality_code="GM9999")
    founding_actions.move_to_new_division(by=None, year=2026, ask=True)


def gathering(cast):
    _gathering(cast)


def moved(cast):
    later = timezone.now() + timedelta(days=5)
    planning_actions.move_gathering(by=cast.builder, gathering=_gathering(cast), starts_at=later)


def changed(cast):
    values = {"needs": "Bring slippers."}
    planning_actions.change_gathering(by=cast.builder, gathering=_gathering(cast), values=values)


def cancelled(cast):
    planning_actions.cancel_gathering(by=cast.builder, gathering=_gathering(cast), why="It storms.")


def signup(cast):
    planning_actions.cancel_gathering(by=cast.builder, gathering=_place(cast).gathering, why="It storms.")


def harvest(cast):
    table_actions.write_harvest(by=cast.builder, gathering=_gathering(cast), values={"told": "Much."})


def taking_part(cast):
    roles_actions.ask_to_take_part(by=cast.resident, group=cast.group)


def in_group(cast):
    taking_part(cast)
    roles_actions.welcome(by=cast.host, member=GroupMember.objects.asking().get())


def part_ended(cast):
    roles_actions.end_part(by=cast.host, member=cast.participant.group_roles.get())


def host(cast):
    roles_actions.offer_host(by=cast.host, member=cast.participant.group_roles.get())


def role(cast):
    review = timezone.localdate() + timedelta(days=100)
    roles_actions.agree_role(by=cast.host, group=cast.group, words="I open the door.", review_on=review)
    return timedelta(days=100)


def change(cast):
    words = {
        "year": timezone.localdate().year,
        "what": "Hello.",
        "for_whom": "Us.",
        "why": "It is.",
        "our_part": "Tea.",
    }
    decisions_actions.write_change(by=cast.builder, group=cast.group, values=words)


def status(cast):
    second_host(cast)
    trajectory = Trajectory.objects.create(group=cast.group)
    decisions_actions.change_status(by=cast.builder, trajectory=trajectory, status=Status.RUNNING, why="Yes.")


def signal(cast):
    _signal(cast)


def answer(cast):
    signals_actions.answer_signal(by=cast.official, signal=_signal(cast), kind="answer", words="We come.")


def support(cast):
    _support(cast)


def support_answer(cast):
    support_actions.reply_support(
        by=cast.builder, request=_support(cast), state="picked_up", words="We look."
    )


def story(cast):
    _story(cast)


def consent_first(cast):
    _story(cast)
    return HOLDS_FOR - timedelta(days=59)


def consent_last(cast):
    _story(cast)
    return HOLDS_FOR - timedelta(days=13)


def _talked_about(cast):
    to = {"kind": "care", "helper_name": "Mieke", "helper_organisation": "Taalhuis"}
    return introductions_actions.talk_about(
        by=cast.host, community=cast.community, resident=cast.resident, **to
    )


def introduction(cast):
    _talked_about(cast)


def did_it_help(cast):
    talked = _talked_about(cast)
    introductions_actions.take_step(by=cast.resident, introduction=talked, step="yes")
    introductions_actions.take_step(by=cast.host, introduction=talked, step="together")
    with time_machine.travel(timezone.now() + timedelta(days=28), tick=False):
        introductions_actions.ask_whether_it_helped()
    return timedelta(days=28)


def look_back(cast):
    words = {"kind_words": "k", "own_words": "w", "does": "d", "reach_at": "r", "contact_role": "c"}
    network = SupportNetwork.objects.create(community=cast.community, name="The ladder", **words)
    agreed = {"care_team": cast.organisation, "care_contact": "", "rhythm": "weekly"}
    networks_actions.agree(by=cast.host, network=network, agreed_on=communities.days_ago(400), **agreed)
    networks_actions.ask_to_look_back()


def seen_and_heard(cast):
    heard_actions.ask_seen_and_heard()


def desk(cast):
    communities.BuilderFactory(user=cast.stranger, organisation=cast.organisation, community=cast.elsewhere)
    admission_actions.leave(by=cast.builder, community=cast.community)


def cliff(cast):
    starts, ends = timezone.localdate() - timedelta(days=9), timezone.localdate() + timedelta(days=80)
    money = {"funder_name": "F", "form": "fund", "starts_on": starts, "ends_on": ends}
    continuity_actions.add_funding(by=cast.host, group=cast.group, values=money)
    continuity_actions.warn_of_cliffs()


def handover(cast):
    letter = Handover(part=cast.group.members.get(user=cast.builder))
    letter = handovers_actions.write_handover(by=cast.builder, handover=letter, values={"learned": "Wait."})
    handovers_actions.share_handover(by=cast.builder, handover=letter)


def suggestion(cast):
    suggestions_actions.suggest(by=cast.host, story=_story(cast), words="We", instead="They")


def story_waits(cast):
    story, _receipt, _code = keyless_actions.tell_alone(by=None, community=cast.community)
    telling.save_draft(by=None, story=story, values={"text": "We stayed."})
    telling.tell(by=None, story=story, permission=EVERYONE)


def how_now(cast):
    _story(cast)
    return terms.ASK_HOW_IT_IS


def recognised(cast):
    words = {"words": "So it was.", "pseudonym": "", "reach": 0}
    responses_actions.recognise(by=cast.host, story=_story(cast), **words)


def pair(cast):
    mine, other = _story(cast, "host"), _story(cast)
    responses_actions.propose_pair(by=cast.host, story=mine, other=other)


def cited(cast):
    told, quotable = _story(cast), {**EVERYONE, "may_quote": True}
    told = telling.change_reach(by=cast.resident, story=told, permission=quotable)
    telling.choose_quote(by=cast.resident, story=told, start=0, end=2)
    citing_actions.cite(by=cast.host, quote=told.quote, signal=_signal(cast))


def own_call(cast):
    call = a_call(cast.community, [cast.resident])
    calls_actions.ask_owner(by=cast.resident, call=call, person=cast.host)


def interpreted(cast):
    noticed = together.keep(
        by=cast.resident, row=Observation(community=cast.community), values={"words": "Light matters."}
    )
    together.interpret(by=cast.builder, observation=noticed, words="It is where people meet.")


def told_back(cast):
    values = {"title": "This spring", "ends_on": timezone.localdate()}
    made = together.keep(by=cast.host, row=ChangeRound(community=cast.community), values=values)
    rounds.offer_story(by=cast.resident, round=made, story=_story(cast))
    rounds.close_round(by=cast.host, round=made, differently="We wait longer.", told_back="Thank you.")


DEEDS = {
    "suggestion": (suggestion, "resident"),
    "story_waits": (story_waits, "host"),
    "how_now": (how_now, "resident"),
    "recognised": (recognised, "resident"),
    "pair": (pair, "resident"),
    "cited": (cited, "resident"),
    "own_call": (own_call, "host"),
    "interpreted": (interpreted, "resident"),
    "told_back": (told_back, "resident"),
    "way_in": (way_in, "participant"),
    "way_in_asked": (way_in, "builder"),
    "report": (report, "host"),
    "named": (named, "resident"),
    "set_aside": (set_aside, "resident"),
    "objection": (objection, "host"),
    "came_back": (came_back, "resident"),
    "stays_away": (stays_away, "resident"),
    "desk": (desk, "stranger"),
    "cliff": (cliff, "official"),
    "handover": (handover, "host"),
    "knocking": (knocking, "host"),
    "let_in": (let_in, "pending"),
    "divided": (divided, "host"),
    "taking_part": (taking_part, "host"),
    "in_group": (in_group, "resident"),
    "part_ended": (part_ended, "participant"),
    "host": (host, "participant"),
    "role": (role, "participant"),
    "gathering": (gathering, "participant"),
    "moved": (moved, "participant"),
    "changed": (changed, "participant"),
    "cancelled": (cancelled, "participant"),
    "signup": (signup, "resident"),
    "harvest": (harvest, "participant"),
    "change": (change, "participant"),
    "status": (status, "participant"),
    "signal": (signal, "official"),
    "answer": (answer, "participant"),
    "introduction": (introduction, "resident"),
    "did_it_help": (did_it_help, "resident"),
    "look_back": (look_back, "builder"),
    "seen_and_heard": (seen_and_heard, "participant"),
    "support": (support, "builder"),
    "support_answer": (support_answer, "host"),
    "story": (story, "participant"),
    "consent_first": (consent_first, "resident"),
    "consent_last": (consent_last, "resident"),
}


def _mails_after(cast, kind):
    """Do the deed of this kind, let the time pass it needs, and run the sender at noon."""
    deed, name = DEEDS[kind]
    later = deed(cast) or timedelta(0)
    moment = (timezone.localtime() + later + timedelta(days=1)).replace(**NOON)
    with time_machine.travel(moment, tick=False):
        make_letters()
        make_digests()
        post_waiting()
    return name


@pytest.mark.parametrize("kind", notice_kinds())
def test_each_kind_of_news_reaches_the_mail(kind, cast, mailoutbox):
    name = _mails_after(cast, kind)
    notice = Notice.objects.get(person=cast.user(name), kind=kind)
    mine = [mail for mail in mailoutbox if mail.to == [f"{name}@mail.example"]]
    assert notice_kinds()[kind].address(notice.about) in mine[-1].body
    assert notice.letter.sent_at is not None


@pytest.mark.parametrize("kind", notice_kinds())
def test_each_kind_can_be_switched_off_and_off_is_off(kind, cast, browse, mailoutbox):
    name = DEEDS[kind][1]
    wanted = [key for key in notice_kinds() if key != kind]
    browse(name).post("/mijn/nieuws/kiezen/", {"digest": "daily", "wanted": wanted})
    _mails_after(cast, kind)
    assert not Notice.objects.filter(person=cast.user(name), kind=kind).exists()
    sent = Notice.objects.filter(letter__person=cast.user(name)).values_list("kind", flat=True)
    assert kind not in set(sent)


def _called_kinds():
    """Every kind that some deed speaks of, read from the source."""
    found = set()
    for app in ("communities", "trajectories", "volunteers", "stories", "config"):
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "notify":
                    found |= {
                        word.value.value
                        for word in node.keywords
                        if word.arg == "kind" and isinstance(word.value, ast.Constant)
                    }
    return found


def test_a_deed_speaks_only_of_kinds_that_exist_and_each_kind_has_its_deed():
    assert _called_kinds() - set(notice_kinds()) == set()
    assert set(DEEDS) == set(notice_kinds())


def test_nobody_hears_of_what_they_did_themselves(cast):
    _gathering(cast)
    assert not Notice.objects.filter(person=cast.builder).exists()
    assert Notice.objects.filter(person=cast.host, kind="gathering").exists()


def test_partners_and_people_who_left_hear_nothing_of_a_group(cast):
    partner = communities.MembershipFactory(community=cast.community).user
    communities.GroupMemberFactory(group=cast.group, user=partner, role=GroupRole.PARTNER)
    _gathering(cast)
    heard = set(Notice.objects.values_list("person__email", flat=True))
    assert heard == {"host@mail.example", "participant@mail.example"}


def test_news_of_a_withdrawn_story_is_gone_from_page_and_mail(cast, browse, mailoutbox):
    told = _story(cast)
    address = told.get_absolute_url()
    assert address in browse("participant").get("/mijn/nieuws/").content.decode()
    tomorrow = (timezone.localtime() + timedelta(days=1)).replace(**NOON)
    with time_machine.travel(tomorrow, tick=False):
        make_digests()
        telling.withdraw(by=cast.resident, story=Story.objects.get(pk=told.pk))
        post_waiting()
    assert address not in browse("participant").get("/mijn/nieuws/").content.decode()
    assert [mail for mail in mailoutbox if address in mail.body] == []


def test_a_mail_about_a_story_holds_no_word_of_it(cast, mailoutbox):
    told = _story(cast)
    told.title = "The purple door"
    told.save()
    with time_machine.travel((timezone.localtime() + timedelta(days=1)).replace(**NOON), tick=False):
        make_digests()
        post_waiting()
    assert mailoutbox
    assert all("purple" not in mail.body and "stayed" not in mail.body for mail in mailoutbox)
