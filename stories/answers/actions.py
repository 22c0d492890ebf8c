"""What a teller says about their own story, and the patterns that come of it."""

from django.db import transaction

from communities.models import Community
from communities.rights.disclosure import mark
from communities.site.dates import last_quarter, quarter_end, today
from communities.snapshots.actions import take_snapshots_at_once
from stories.calls.answer_scales import NONE, AnswerValue, answers_to, counts_under
from stories.calls.models import Question, QuestionKind, StoryAnswer, StoryCall
from stories.telling.actions.telling import start_draft
from stories.telling.models.story import Story

PATTERN = "pattern"


@transaction.atomic
def start_for_call(*, by, call):
    """An empty page for a story that answers this call."""
    story = start_draft(by=by, community=call.community)
    story.call = call
    story.save(update_fields=["call"])
    return story


@transaction.atomic
def answer(*, by, story, values: dict[Question, AnswerValue]):
    """Keep what was answered. `values` maps a question to a value, None when it does not fit; the rest is skipped."""
    StoryAnswer.objects.filter(story=story).exclude(question__in=values).delete()
    for question, value in values.items():
        StoryAnswer.objects.update_or_create(story=story, question=question, defaults={"value": value})


def _person(story):
    """Whose story it is, so that one person counts once, also with three stories."""
    if story.teller_id:
        return f"user {story.teller_id}"
    return f"member {story.told_for_id}" if story.told_for_id else f"story {story.uuid}"


def _counted(call, quarter):
    """The stories that count on the reference date: told by then, and counting tonight, one per person.

    What is set aside or was never let in is away as if it were taken back, and comes back as if told anew:
    `take_together` shows neither as one less or one more.
    """
    rows = Story.objects.counting().filter(call=call, told_on__lte=quarter_end(quarter))
    return {_person(story): story.pk for story in rows.order_by("told_on", "pk")}


def lists_of(call, quarter):
    """Per question who answered what. Who skipped or said "does not fit" is in it as well: so every list of a
    call is about the same people, and no total can be subtracted from another (decision 22)."""
    people = _counted(call, quarter)
    given = {}
    for row in StoryAnswer.objects.filter(story__in=people.values()).select_related("question"):
        given[row.question_id, row.story_id] = counts_under(row.question, row.value)
    lists = {}
    for question in Question.objects.filter(call=call):
        answers = {
            mark(PATTERN, call.community_id, person): given.get((question.pk, story), NONE)
            for person, story in people.items()
        }
        lists[str(question.pk)] = answers, _categories(question, answers)
    return lists


def _categories(question, answers):
    """All answers there are; of free words the words that were said, in the order of the alphabet."""
    if question.kind == QuestionKind.WORD:
        return [*sorted(set(answers.values()) - {NONE}), NONE]
    return [*answers_to(question), NONE]


@transaction.atomic
def count_patterns(now=None):
    """Once a quarter, every night anew without harm: the patterns of all calls that were ever open."""
    quarter = last_quarter(now or today())
    opened = StoryCall.objects.filter(opened_on__lte=quarter_end(quarter)).order_by("pk")
    for community in Community.objects.filter(pk__in=opened.values("community")):
        for call in opened.filter(community=community):
            take_snapshots_at_once(
                what=PATTERN, community=community, quarter=quarter, lists=lists_of(call, quarter)
            )
