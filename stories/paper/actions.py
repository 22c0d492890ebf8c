"""Stories that were told on paper (docs/decisions/0020)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.recovery.models import digest, fresh_code
from communities.rights.reader import Reach
from stories.answers.actions import answer
from stories.consent.models import Age, ConsentMethod, Permission
from stories.keys.models import LENGTH, StoryKey
from stories.telling.actions.telling import LISTENER_AT_MOST, tell
from stories.telling.derived import derive
from stories.telling.models.kinds import ToldBy
from stories.telling.models.story import Story


@transaction.atomic
def print_sheets(*, by, call, number):
    """Codes for empty sheets of paper: the number stands on both halves, the code on the teller's only."""
    codes = [fresh_code(LENGTH) for _sheet in range(number)]
    return [(StoryKey.objects.create(call=call, digest=digest(code)), code) for code in codes]


@transaction.atomic
def type_in(*, by, receipt, values, permission: Permission, age: Age, answers=()):
    """What stands on paper, with the crosses its teller made. Further than the community needs a witness.

    `answers` maps a question of the call to what was crossed about the story, as for `answer`.
    `values` are the words, `permission` is a `Permission`, `age` an `Age`, `answers` maps questions to values.
    `ValidationError` when the sheet was typed in already, and what `tell` refuses.
    """
    receipt = StoryKey.objects.select_for_update(of=("self",)).blank().filter(pk=receipt.pk).first()
    if receipt is None:
        raise ValidationError(_("This sheet was typed in already."))
    call = receipt.call
    here = {"community": call.community, "call": call, "written_by": by, "told_by": ToldBy.PAPER}
    receipt.story = Story.objects.create(**here, **values)
    receipt.save(update_fields=["story"])
    derive([receipt.story])
    wanted = permission["reach"]
    asked = wanted if wanted > LISTENER_AT_MOST else None
    permission = {**permission, "reach": min(wanted, Reach(LISTENER_AT_MOST)), "asked": asked}
    story = tell(by=by, story=receipt.story, permission=permission, age=age, method=ConsentMethod.PAPER)
    answer(by=by, story=story, values=dict(answers))
    return story
