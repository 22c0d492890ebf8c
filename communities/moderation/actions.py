"""Saying that something is not right, looking at it, and setting it aside for two weeks.

Two people of the community do that, one of them a resident; for what may be against the law an
administrator and a resident. Nobody who wrote the row and no official handles it (`Report.visible_to`).
"""

from collections import defaultdict
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.accounts.models import User
from communities.membership.models import Community
from communities.moderation.models import Category, Judgement, Opening, Report, ReportLine, SetAside
from communities.moderation.registry import derive
from communities.news.actions import notify
from communities.organisations.models import Organisation
from communities.rights.reader import Reader

ASIDE_FOR = timedelta(days=14)
AT_ONCE_FOR = timedelta(days=3)


@transaction.atomic
def report(*, by, kind, about, community, authors, category, words, browser):
    """Say that a row is not right. The same browser says it once; however many do, it is one report."""
    found, made = Report.objects.get_or_create(
        kind=kind, about=about, closed_at=None, defaults={"community": community}
    )
    if made:
        found.authors.set(authors)
    line, said = ReportLine.objects.get_or_create(
        report=found, browser=browser, defaults={"category": category, "words": words, "by": by}
    )
    if not said:
        return found
    if category == Category.NAMED:
        notify(by=by, people=authors, kind="named", about=found.pk, community=community)
    _tell_handlers(by, found, "report", found.pk)
    return found


def _tell_handlers(by, found, kind, about):
    authors = {person.pk for person in found.authors.all()}
    people = list(User.objects.handling(found.community))
    if found.lines.filter(category=Category.UNLAWFUL).exists():
        people += User.objects.administering(found.community.municipality)
    people = [person for person in people if person.pk not in authors]
    notify(by=by, people=people, kind=kind, about=about, community=found.community)


def _is_administrator(person, found):
    run = Organisation.objects.administered_by(Reader(user=person))
    return run.filter(pk=found.community.municipality_id).exists()


def _is_resident(person, found):
    return Community.objects.hosted_by(Reader(user=person)).filter(pk=found.community_id).exists()


@transaction.atomic
def open_row(*, by, report):
    """A handler opens that one row; it is written down before anything is shown."""
    handles = Community.objects.handled_by(Reader(user=by)).filter(pk=report.community_id).exists()
    Opening.objects.create(report=report, by=by, as_administrator=not handles)


@transaction.atomic
def propose_aside(*, by, report, reason):
    """The first of two says it should be set aside. What may be against the law goes at once, for three days.

    `ValidationError` when somebody proposed it already.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    now = timezone.now()
    standing = SetAside.objects.filter(report=report, ended_at=None)
    if standing.filter(until__gt=now).exists():
        raise ValidationError(_("Somebody proposed this already. Look whether you agree."))
    standing.update(ended_at=now)
    at_once = report.lines.filter(category=Category.UNLAWFUL).exists()
    made = SetAside.objects.create(
        report=report,
        kind=report.kind,
        about=report.about,
        reason=reason,
        proposed_by=by,
        at_once=at_once,
        until=now + (AT_ONCE_FOR if at_once else ASIDE_FOR),
    )
    derive(made.kind, [made.about])
    _tell_handlers(by, report, "report", report.pk)
    if at_once:
        notify(
            by=by, people=report.authors.all(), kind="set_aside", about=made.pk, community=report.community
        )
    return made


@transaction.atomic
def agree_aside(*, by, set_aside):
    """The second agrees: out of sight for 14 days, and it comes back by itself.

    `ValidationError` when the proposal is over, when the same person agrees, and when the two are not the
    two kinds of people that this takes.
    """
    row = SetAside.objects.select_for_update().select_related("report__community").get(pk=set_aside.pk)
    found, first = row.report, row.proposed_by
    if row.agreed_at or row.ended_at or row.until <= timezone.now():
        raise ValidationError(_("This proposal is over."))
    if first is None or first.pk == by.pk:
        raise ValidationError(_("Somebody else has to agree."))
    if not any(_is_resident(person, found) for person in (first, by)):
        raise ValidationError(_("One of the two has to be a resident."))
    if row.at_once and not any(_is_administrator(person, found) for person in (first, by)):
        raise ValidationError(_("For this an administrator and a resident decide together."))
    row.agreed_by, row.agreed_at, row.until = by, timezone.now(), timezone.now() + ASIDE_FOR
    row.save(update_fields=["agreed_by", "agreed_at", "until"])
    derive(row.kind, [row.about])
    told = {"about": row.pk, "community": found.community}
    notify(by=by, people=found.authors.all(), kind="set_aside", **told)
    everyone = [*found.authors.all(), first, by]
    notify(by=None, people=everyone, kind="came_back", due=row.until, **told)
    return row


@transaction.atomic
def lift_aside(*, by, set_aside):
    """One of those who handle it puts it back: that needs nobody's agreement."""
    SetAside.objects.filter(pk=set_aside.pk, ended_at=None).update(ended_at=timezone.now())
    derive(set_aside.kind, [set_aside.about])


@transaction.atomic
def object_to_aside(*, by, set_aside, objection):
    """Who wrote it does not agree, in words; who set it aside reads them."""
    set_aside.objection, set_aside.objected_at = objection, timezone.now()
    set_aside.save(update_fields=["objection", "objected_at"])
    found = set_aside.report
    notify(by=by, people=_the_two(set_aside), kind="objection", about=set_aside.pk, community=found.community)


def _the_two(set_aside):
    return [person for person in (set_aside.proposed_by, set_aside.agreed_by) if person]


@transaction.atomic
def judge_aside(*, by, set_aside, away):
    """After looking again: only when both of the two say so does it stay away; else it comes back.

    `ValidationError` for anybody but the two who set it aside. `away` is what this one says.
    """
    row = SetAside.objects.select_for_update().get(pk=set_aside.pk)
    if by.pk not in {row.proposed_by_id, row.agreed_by_id} or row.agreed_at is None:
        raise ValidationError(_("Only the two who set it aside decide this."))
    Judgement.objects.update_or_create(set_aside=row, by=by, defaults={"away": away})
    both = row.judgements.filter(away=True).count() == 2
    row.stays_away_at = timezone.now() if both else None
    row.save(update_fields=["stays_away_at"])
    derive(row.kind, [row.about])
    if both:
        people = [*row.report.authors.all(), *_the_two(row)]
        notify(by=None, people=people, kind="stays_away", about=row.pk, community=row.report.community)


@transaction.atomic
def close_report(*, by, report):
    """Looked at, and it is right, or it was solved. What is set aside keeps to its own term."""
    Report.objects.filter(pk=report.pk).update(closed_at=timezone.now())


@transaction.atomic
def drop_reports(*, kind, about):
    """The row was taken back or erased: the report and every word in it go as well."""
    Report.objects.filter(kind=kind, about=about).delete()
    derive(kind, [about])


@transaction.atomic
def let_go_of_reports(rows):
    """Reports that were kept long enough; what they set aside is over."""
    about = defaultdict(list)
    for kind, key in rows.values_list("kind", "about"):
        about[kind].append(key)
    rows.delete()
    for kind, keys in about.items():
        derive(kind, keys)
