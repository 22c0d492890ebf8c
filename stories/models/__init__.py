"""What residents tell, and the consent that says how far it travels."""

from stories.models.calls import CallOwner, CallTrial, Question, QuestionKind, StoryAnswer, StoryCall
from stories.models.citations import StoryCitation
from stories.models.consents import Consent, ConsentMethod
from stories.models.echoes import Pair, Recognition
from stories.models.media import MediaKind, StoryMedia
from stories.models.quotes import Quote
from stories.models.read_together import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.models.receipts import Receipt
from stories.models.reports import ReportPart, StoryReport
from stories.models.rounds import ChangeRound, Choice, PanelMember, StoryRef
from stories.models.stories import Relation, Story, StoryState, ToldBy
from stories.models.suggestions import Suggestion
from stories.models.together import Interpretation, Observation, Party
from stories.models.voices import Voice

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
    "Receipt",
    "Recognition",
    "Relation",
    "ReportPart",
    "Story",
    "StoryAnswer",
    "StoryCall",
    "StoryCitation",
    "StoryLesson",
    "StoryMedia",
    "StoryRef",
    "StoryReport",
    "StoryState",
    "Suggestion",
    "ToldBy",
    "Voice",
]
