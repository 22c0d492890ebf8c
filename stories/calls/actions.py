"""Making a story call together: two owners, two residents who try it, then it opens and is frozen (S1)."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.models import Membership, Organisation
from communities.news.actions import notify
from communities.site.dates import holds, today
from stories.calls.models import CallOwner, CallTrial, Question, StoryCall

OWNERS = TRIALS = 2
WORDS = ("title", "why", "what_happens", "start_question", "languages", "closes_on")


def _not_open(call):
    """The call, locked; once it opened nobody changes it: a change is a new version."""
    call = StoryCall.objects.select_for_update().get(pk=call.pk)
    if call.opened_on:
        raise ValidationError(_("This call is open, so it no longer changes. Make a new version of it."))
    return call


def _changed(call):
    """Who tried something else has to try again: what opens is what two residents went through."""
    CallTrial.objects.filter(call=call).delete()


@transaction.atomic
def start_call(*, by, community, values):
    """A first owner writes down why and what; nobody else sees it yet."""
    call = StoryCall.objects.create(community=community, **values)
    CallOwner.objects.create(call=call, user=by, since=today())
    return call


@transaction.atomic
def change_call(*, by, call, values):
    """Other words, while it is not open.

    `ValidationError` once it opened.
    """
    call = _not_open(call)
    for name in WORDS:
        setattr(call, name, values[name])
    call.save()
    _changed(call)
    return call


@transaction.atomic
def ask_owner(*, by, call, person):
    """Ask a member to answer for the call too. Nothing holds before their own yes."""
    row, made = CallOwner.objects.get_or_create(call=call, user=person, until=None)
    if made:
        notify(by=by, people=[person], kind="own_call", about=call.pk, community=call.community)
    return row


@transaction.atomic
def own_call(*, by, call):
    """The yes of whoever was asked."""
    CallOwner.objects.filter(call=call, user=by, since=None).update(since=today())


@transaction.atomic
def leave_call(*, by, call):
    """No, or no longer. The last owner of an open call stays: tellers must find somebody.

    `ValidationError` for the last owner of an open call.
    """
    rows = CallOwner.objects.select_for_update().filter(call=call, until=None)
    others = rows.filter(since__isnull=False).exclude(user=by)
    if call.opened_on and not call.archived_on and not others.exists():
        raise ValidationError(_("You are the last who answers for this call. Ask somebody else first."))
    rows.filter(user=by, since=None).delete()
    rows.filter(user=by).update(until=today())


@transaction.atomic
def save_question(*, by, call, values, question=None):
    """Add a question at the end, or change one.

    `ValidationError` once the call opened. `values` are the fields of a question.
    """
    call = _not_open(call)
    row = question or Question(call=call, position=call.questions.count())
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    _changed(call)
    return row


@transaction.atomic
def remove_question(*, by, question):
    """Gone, while nobody can have answered it.

    `ValidationError` once the call opened.
    """
    call = _not_open(question.call)
    question.delete()
    _changed(call)


@transaction.atomic
def move_question(*, by, question):
    """One place earlier.

    `ValidationError` once the call opened.
    """
    call = _not_open(question.call)
    rows = list(call.questions.all())
    place = rows.index(question)
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    for position, row in enumerate(rows):
        Question.objects.filter(pk=row.pk).update(position=position)
    _changed(call)


@transaction.atomic
def try_call(*, by, call):
    """That this resident went through it. What they filled in is thrown away.

    `ValidationError` once the call opened.
    """
    call = _not_open(call)
    CallTrial.objects.get_or_create(call=call, user=by)


def missing(call):
    """What is still to do before the call can open, in sentences (S1)."""
    owners = CallOwner.objects.current().filter(call=call, user__isnull=False)
    here = Membership.objects.filter(holds(), community=call.community, user__in=owners.values("user"))
    people = set(here.values_list("user", flat=True))
    found = []
    if len(people) < OWNERS:
        found.append(_("Two people answer for a call. Ask somebody to do it with you."))
    if not here.filter(role="resident").exists():
        found.append(_("At least one of them is a resident of the community."))
    if call.trials.count() < TRIALS:
        found.append(_("Two residents who do not own the call have to try it first."))
    return found


@transaction.atomic
def open_call(*, by, call):
    """From now on it asks, and it no longer changes.

    `ValidationError` with everything that `missing` names, or when its last day is over.
    """
    call = _not_open(call)
    if refusals := missing(call):
        raise ValidationError(refusals)
    if call.closes_on and call.closes_on < today():
        raise ValidationError(_("The last day of this call is over already."))
    call.opened_on = today()
    call.save(update_fields=["opened_on"])
    return call


@transaction.atomic
def copy_call(*, by, call):
    """A new version with the same words and questions. The old one and its answers stay as they are."""
    copied = {name: getattr(call, name) for name in WORDS if name != "closes_on"}
    copy = StoryCall.objects.create(community=call.community, version_of=call, **copied)
    CallOwner.objects.create(call=copy, user=by, since=today())
    for row in call.questions.all():
        same = {name: getattr(row, name) for name in ("position", "kind", "text", "ends", "figures")}
        Question.objects.create(call=copy, **same)
    return copy


@transaction.atomic
def archive_call(*, by, call, gave_back):
    """Closed for good, after something came back to who told: a gathering, a letter, a booklet, a walk (T4).

    `ValidationError` when nothing was given back.
    """
    call = StoryCall.objects.select_for_update().get(pk=call.pk)
    if call.opened_on is None or not gave_back.strip():
        raise ValidationError(_("First give something back to who told, and write down what."))
    call.gave_back, call.archived_on = gave_back, today()
    call.save(update_fields=["gave_back", "archived_on"])
    return call


SERVICES = (
    "gemeente", "politie", "wijkteam", "school", "huisarts", "corporatie", "jeugdzorg", "zorg", "ggz",
    "uitkering", "welzijn", "opbouwwerk", "dienst", "loket",
)  # fmt: skip


def names_a_service(text):
    """The service or organisation a question names. Who asks about a service hears about that service (S1)."""
    names = Organisation.objects.values_list("name", flat=True)
    found = (word for word in (*SERVICES, *names) if re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE))
    return next(found, "")
