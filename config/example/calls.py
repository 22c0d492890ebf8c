"""Plant a story call with its stories and what their tellers answered, and one that is not open yet."""

import tomllib

from communities.site.dates import today
from config.example.content import FOLDER, day
from config.example.stories import plant_consent
from stories.answers.actions import count_patterns
from stories.calls.answer_scales import NONE, ZONES, value_of
from stories.models import CallOwner, CallTrial, Question, Story, StoryAnswer, StoryCall

SKIPPED, UNFIT = "", "x"
WORDS = ("title", "why", "what_happens", "start_question", "languages")


def plant_calls(town):
    """The stories were told on paper or at a table; whose they are nobody wrote down."""
    data = tomllib.loads((FOLDER / "calls.toml").read_text())
    call = _plant_call(town, data["call"])
    questions = [
        Question.objects.create(call=call, position=number, **row)
        for number, row in enumerate(data["questions"])
    ]
    for row in data["told"]:
        _answer(questions, _plant_told(call, row), row["answers"])
    for title, answers in data["existing"].items():
        story = Story.objects.get(title=title)
        story.call = call
        story.save(update_fields=["call"])
        _answer(questions, story, answers)
    _plant_call(town, {**data["drafts"], "community": data["call"]["community"]})
    count_patterns()


def _plant_call(town, row):
    words = {name: row[name].strip() if name != "languages" else row[name] for name in WORDS}
    opened = day(row.get("opened", ""))
    call = StoryCall.objects.create(community=town[row["community"]], opened_on=opened, **words)
    for key in row["owners"]:
        CallOwner.objects.create(call=call, user=town[key], since=opened or today())
    for key in row["asked"]:
        CallOwner.objects.create(call=call, user=town[key])
    for key in row.get("tried", []):
        CallTrial.objects.create(call=call, user=town[key], tried_on=opened)
    return call


def _plant_told(call, row):
    story = Story(
        community=call.community,
        call=call,
        told_by="helped",
        title=row["title"],
        text=row["text"],
        pseudonym=row["name"],
        language=row["language"],
        state="told",
        told_on=day(row["days"]),
    )
    story.text_hash = story.fingerprint
    story.save()
    plant_consent(story, row, method="paper")
    return story


def _answer(questions, story, answers):
    for question, said in zip(questions, answers, strict=True):
        if said != SKIPPED:
            StoryAnswer.objects.create(story=story, question=question, value=_value(question, said))


def _value(question, said):
    if said in (UNFIT, NONE):
        return None
    if question.kind == "word":
        return said
    exact = "" if isinstance(said, str) else ",".join(str(number) for number in said)
    key = said if isinstance(said, str) else next(iter(ZONES))
    return value_of(question, key, exact)
