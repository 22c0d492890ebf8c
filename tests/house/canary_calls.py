"""Canaries in story calls: what owners wrote, what a teller answered, and who owns a call."""

from communities.site.dates import today
from stories.models import Question, StoryAnswer
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
    own = {
        name: cage.token(f"dicht{name[:5].replace('_', '')}", None, {"resident", "host"}) for name in words
    }
    draft = a_call(cast.community, [cast.resident, cast.host], **own)
    token = cage.token("dichtvraag", None, {"resident", "host"})
    Question.objects.create(call=draft, kind="choice", text=token, ends=["a", "b"])
