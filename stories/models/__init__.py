"""What residents tell, and the consent that says how far it travels."""

from stories.calls.models import CallOwner, CallTrial, Question, QuestionKind, StoryAnswer, StoryCall
from stories.citing.models import StoryCitation
from stories.consent.models import Consent, ConsentMethod
from stories.keys.models import StoryKey
from stories.meaning.models.observations import Interpretation, Observation, Party
from stories.meaning.models.reports import ReportPart, StoryReport
from stories.meaning.models.rounds import ChangeRound, Choice, PanelMember, StoryRef
from stories.meaning.models.sessions import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.responses.models import Pair, Recognition
from stories.suggestions.models import Suggestion
from stories.telling.models.kinds import Relation, StoryState, ToldBy
from stories.telling.models.media import MediaKind, StoryMedia
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story
from stories.voices.models import Voice

__all__ = [
    "CallOwner",
    "CallTrial",
    "ChangeRound",
    "Choice",
    "Consent",
    "ConsentMethod",
    "Interpretation",
    "MediaKind",
    "NamedTheme",
    "Observation",
    "Pair",
    "PanelMember",
    "Party",
    "Question",
    "QuestionKind",
    "Quote",
    "Reading",
    "ReadingSession",
    "Recognition",
    "Relation",
    "ReportPart",
    "Story",
    "StoryAnswer",
    "StoryCall",
    "StoryCitation",
    "StoryKey",
    "StoryLesson",
    "StoryMedia",
    "StoryRef",
    "StoryReport",
    "StoryState",
    "Suggestion",
    "ToldBy",
    "Voice",
]
