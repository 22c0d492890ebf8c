"""Canaries in story calls: what owners wrote, what a teller answered, and who owns a call."""

from communities.site.dates import today
from stories.models import Observation, Question, StoryAnswer
from tests.factories.communities import days_ago
from tests.factories.stories import a_call, told


def plant_calls(cage, cast):
    """An open call, one that only its owners read, and answers that their teller alone ever sees."""
    words = ("title", "why", "what_happens", "start_question")
    opened = {name: cage.token(f"oproep{name[:5].replace('_', '')}", 4) for name in words}
    call = a_call(cast.community, [cast.resident, cast.host], opened_on=today(), **opened)
    question = Question.objects.create(call=call, kind="word", text=cage.token("oproepvraag", 4))
    story = told(cast.community, cast.resident, 4, count=True, call=call)
    StoryAnswer.objects.create(
        story=story, question=question, value=cage.token("antwoord", None, {"resident"})
    )
    both = {"owners": {"resident", "host"}, "stays_because": "made by its owners together"}
    own = {name: cage.token(f"dicht{name[:5].replace('_', '')}", None, **both) for name in words}
    draft = a_call(cast.community, [cast.resident, cast.host], **own)
    token, ends = (
        cage.token("dichtvraag", None, **both),
        [cage.token(f"dichtkeuze{n}", None, **both) for n in "ab"],
    )
    Question.objects.create(call=draft, kind="choice", text=token, ends=ends)
    given = {
        "opened_on": days_ago(90),
        "archived_on": days_ago(1),
        "gave_back": cage.token("teruggegeven", 4),
    }
    closed = a_call(cast.community, [cast.resident, cast.host], **given)
    # Nothing but what was understood leads to a call that is closed.
    agreed = {"community": cast.community, "reach": 4, "approved_on": today()}
    Observation.objects.create(**agreed, call=closed, words="Many came back.")
