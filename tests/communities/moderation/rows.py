"""One row of everything that can be reported."""

from django.utils import timezone

from stories.models import (
    ChangeRound,
    NamedTheme,
    Observation,
    Reading,
    ReadingSession,
    StoryLesson,
    StoryReport,
    Voice,
)
from stories.responses import actions
from tests.factories import communities
from tests.factories.stories import allow, told
from trajectories.models import Answer, Gathering, Harvest, Signal, Trajectory
from volunteers.models import Initiative, SupportRequest


def _of_stories(cast, story):
    """What is made together of stories, agreed and for everyone."""
    today = timezone.localdate()
    here = {"community": cast.community, "reach": 4, "approved_on": today}
    allow(story, may_teach=True)
    figures = {"area_code": cast.area.code, "subject": "people", "other_party": "builder"}
    return {
        "observation": Observation.objects.create(**here, words="People wait."),
        "named_theme": NamedTheme.objects.create(**here, words="Waiting"),
        "reading_session": ReadingSession.objects.create(**here, place="The kitchen"),
        "story_report": StoryReport.objects.create(**here, title="Along the water"),
        "change_round": ChangeRound.objects.create(**here, title="This spring", ends_on=today),
        "story_lesson": StoryLesson.objects.create(**here, story=story, words="Wait longer."),
        "figure_reading": Reading.objects.create(**here, **figures, words="More people came."),
        "recognition": actions.recognise(
            by=cast.participant, story=story, words="Ours too.", pseudonym="Me", reach=4
        ),
    }


def one_of_everything(cast):
    """One of everything that can be reported."""
    here = {"community": cast.community, "group": cast.group}
    now, today = timezone.now(), timezone.localdate()
    gathering = Gathering.objects.create(**here, starts_at=now, start_question="Why?", open_door=True)
    done = {"gathering": gathering, "approved_on": today, "reach": 4, "told": "Much."}
    put = {"put_to": cast.office, "put_on": today, "answer_due": today}
    signal = Signal.objects.create(**here, title="Dark", words="Dark.", **put)
    other = communities.GroupFactory(community=cast.community)
    asked = {"kind": "space", "words": "A room.", "asked_of": cast.organisation, "reach": 4}
    story = told(cast.community, cast.resident, 4)
    return {
        **_of_stories(cast, story),
        "community": cast.community,
        "story": story,
        "voice": Voice.objects.create(
            community=cast.community, area_code=cast.area.code, subject="people", words="True."
        ),
        "place": communities.MeetingPlaceFactory(community=cast.community),
        "trajectory": Trajectory.objects.create(group=cast.group),
        "gathering": gathering,
        "harvest": Harvest.objects.create(**here, **done),
        "signal": signal,
        "answer": Answer.objects.create(signal=signal, office=cast.office, kind="answer", words="No."),
        "initiative": Initiative.objects.create(group=other, can_ask="This.", cannot_ask="That."),
        "support_request": SupportRequest.objects.create(community=cast.community, group=other, **asked),
    }
