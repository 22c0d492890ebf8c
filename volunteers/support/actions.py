"""How support is asked and answered."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.models import MembershipRole, Posting, User
from communities.news.actions import notify
from volunteers.support.models import SUPPORT_MOVES, SupportReply, SupportRequest


@transaction.atomic
def ask_support(*, by, group, kind, words, asked_of, reach):
    """Ask an organisation for something; it always sees what was asked of it (V3)."""
    asked = SupportRequest.objects.create(
        group=group,
        community=group.community,
        kind=kind,
        words=words,
        asked_of=asked_of,
        asked_by=by,
        reach=reach,
    )
    people = User.objects.working_for(asked_of)
    notify(by=by, people=people, kind="support", about=asked.pk, community=group.community)
    return asked


@transaction.atomic
def reply_support(*, by, request, state, words):
    """A named answer of the organisation, along the table of allowed moves (V3).

    `ValidationError` for a move that the table does not allow from how things are now.
    """
    request = SupportRequest.objects.select_for_update().get(pk=request.pk)
    if state not in SUPPORT_MOVES[request.state]:
        raise ValidationError(_("This step does not follow from how things are now."))
    request.state = state
    request.save(update_fields=["state"])
    people = User.objects.carrying(request.group)
    notify(by=by, people=people, kind="support_answer", about=request.group_id, community=request.community)
    return SupportReply.objects.create(
        request=request,
        organisation=request.asked_of,
        state=state,
        words=words,
        signed=_function(by, request.asked_of),
        by=by,
    )


def _function(person, organisation):
    """What somebody does there: an answer is the organisation's, a name stands nowhere without a dated yes."""
    post = Posting.objects.current().filter(user=person, office__organisation=organisation).first()
    return post.function if post else str(MembershipRole.BUILDER.label)


@transaction.atomic
def reopen_support(*, by, request):
    """The carriers ask again: it was not solved after all.

    `ValidationError` when it is still open.
    """
    request = SupportRequest.objects.select_for_update().get(pk=request.pk)
    if "new" not in SUPPORT_MOVES[request.state]:
        raise ValidationError(_("This request is still open."))
    request.state = "new"
    request.save(update_fields=["state"])
