"""Going along with somebody, step by step, and letting go of what was written down (M13)."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from communities.models import Notice, User
from communities.news.actions import notify
from communities.rights.disclosure import mark
from communities.site.dates import today
from trajectories.introductions.models import OUTCOMES, STEPS, How, IntroductionStep, Step, WarmIntroduction

WHAT = "introductions"
KINDS = ("introduction", "did_it_help")
ASK_AFTER = timedelta(weeks=4)
KEEP_FOR = timedelta(days=90)
EMPTY = {
    "resident": None,
    "resident_name": "",
    "companion": None,
    "helper": None,
    "helper_name": "",
    "helper_organisation": "",
    "yes_on": None,
    "together_on": None,
    "closed_on": None,
    "asked_on": None,
}


@transaction.atomic
def talk_about(*, by, community, kind, helper_name, helper_organisation, resident=None, resident_name=""):
    """A companion writes down that they talked about going along. A resident with an account hears of it."""
    introduction = WarmIntroduction.objects.create(
        community=community,
        companion=by,
        resident=resident,
        resident_name=resident_name,
        kind=kind,
        helper_name=helper_name,
        helper_organisation=helper_organisation,
    )
    IntroductionStep.objects.create(introduction=introduction, step=Step.TALKED, by=by)
    _tell(by, introduction, "introduction", [resident] if resident else [])
    return introduction


def _tell(by, introduction, kind, people):
    about, community = introduction.pk, introduction.community
    notify(by=by, people=people, kind=kind, about=about, community=community)


@transaction.atomic
def take_step(*, by, introduction, step):
    """One allowed step. The yes is the resident's: here by themselves, or aloud when they have no account.

    `ValidationError` when that step does not follow, or when somebody else says the resident's yes.
    """
    introduction = WarmIntroduction.objects.select_for_update().get(pk=introduction.pk)
    last = introduction.steps.exclude(step=Step.HELPED).last()
    if step not in STEPS[last.step]:
        raise ValidationError(_("This step does not follow from how things are now."))
    how = ""
    if step == Step.YES:
        how = How.ONLINE if introduction.resident_id else How.SPOKEN
        if introduction.resident_id not in {None, by.pk}:
            raise ValidationError(_("Only the one you go along with can say yes."))
        introduction.yes_on = today()
    elif step == Step.TOGETHER:
        introduction.together_on = today()
    elif step in OUTCOMES:
        _close(introduction, step)
    introduction.save()
    return IntroductionStep.objects.create(introduction=introduction, step=step, how=how, by=by)


def _close(introduction, outcome):
    who = f"user {introduction.resident_id}"
    if not introduction.resident_id:
        who = f"name {introduction.resident_name.strip().lower()}"
    introduction.closed_on, introduction.month = today(), today().replace(day=1)
    introduction.outcome = outcome
    introduction.mark = mark(WHAT, introduction.community_id, who)


@transaction.atomic
def show_to_helper(*, by, introduction, email):
    """After the yes the helper may read along, if there is an account with this address; it is not kept.

    `ValidationError` before the resident's yes.
    """
    if introduction.yes_on is None:
        raise ValidationError(_("First the one you go along with has to say yes."))
    helper = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if helper and helper.pk not in {introduction.resident_id, introduction.companion_id}:
        introduction.helper = helper
        introduction.save(update_fields=["helper"])
        _tell(by, introduction, "introduction", [helper])


@transaction.atomic
def say_no(*, by, introduction):
    """The resident does not want it, or not any more: nothing is left of it, not even that it was."""
    Notice.objects.filter(kind__in=KINDS, about=str(introduction.pk)).delete()
    introduction.delete()


@transaction.atomic
def tell_whether_it_helped(*, by, introduction, words):
    """In own words, for the three of them only; a second time replaces the first."""
    IntroductionStep.objects.update_or_create(
        introduction=introduction, by=by, step=Step.HELPED, defaults={"words": words, "on": today()}
    )


@transaction.atomic
def ask_whether_it_helped(now=None):
    """Every night: four weeks after they went together, the resident and the companion are asked, once."""
    now = now or today()
    due = WarmIntroduction.objects.filter(together_on__lte=now - ASK_AFTER, asked_on=None)
    for row in due.select_related("resident", "companion", "community"):
        _tell(None, row, "did_it_help", [person for person in (row.resident, row.companion) if person])
        row.asked_on = now
        row.save(update_fields=["asked_on"])
    return due


@transaction.atomic
def close_old_introductions(now=None):
    """Every night: ninety days after closing the content is deleted; month, kind and outcome are left."""
    now = now or today()
    return _empty(WarmIntroduction.objects.filter(closed_on__lte=now - KEEP_FOR))


def _empty(rows):
    keys = list(rows.values_list("pk", flat=True))
    IntroductionStep.objects.filter(introduction__in=keys).delete()
    Notice.objects.filter(kind__in=KINDS, about__in=map(str, keys)).delete()
    return WarmIntroduction.objects.filter(pk__in=keys).update(**EMPTY)


@transaction.atomic
def forget_introductions(person):
    """Erasure of any of the three. What is not closed goes with the resident, and with the last who could
    read it; what is closed keeps month, kind and outcome, with a mark of nobody.
    """
    rows = WarmIntroduction.objects
    alone = Q(companion=person, resident=None)
    for row in rows.filter(Q(resident=person) | alone, outcome=""):
        say_no(by=person, introduction=row)
    for row in rows.filter(mark__in=_marks_of(person)):
        row.mark = secrets.token_hex(12)
        row.save(update_fields=["mark"])
    _empty(rows.filter(Q(resident=person) | alone))
    rows.filter(helper=person).update(helper=None, helper_name="")
    rows.filter(companion=person).update(companion=None)
    IntroductionStep.objects.filter(by=person, step=Step.HELPED).delete()


def _marks_of(person):
    places = person.memberships.values_list("community", flat=True)
    return {mark(WHAT, place, f"user {person.pk}") for place in places}
