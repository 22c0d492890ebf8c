"""What residents tell, and the consent that says how far it travels."""

from stories.models.calls import CallOwner, Question, QuestionKind, StoryAnswer, StoryCall
from stories.models.citations import StoryCitation
from stories.models.consents import Consent, ConsentMethod
from stories.models.echoes import Pair, Recognition
from stories.models.media import MediaKind, StoryMedia
from stories.models.quotes import Quote
from stories.models.receipts import Receipt
from stories.models.stories import Relation, Story, StoryState, ToldBy
from stories.models.suggestions import Suggestion
from stories.models.voices import Voice

__all__ = [
    "CallOwner",
    "Consent",
    "ConsentMethod",
    "MediaKind",
    "Pair",
    "Question",
    "QuestionKind",
    "Quote",
    "Receipt",
    "Recognition",
    "Relation",
    "Story",
    "StoryAnswer",
    "StoryCall",
    "StoryCitation",
    "StoryMedia",
    "StoryState",
    "Suggestion",
    "ToldBy",
    "Voice",
]
