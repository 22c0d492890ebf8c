"""What residents tell, and the consent that says how far it travels."""

from stories.models.calls import CallOwner, Question, QuestionKind, StoryAnswer, StoryCall
from stories.models.consents import Consent, ConsentMethod
from stories.models.quotes import Quote
from stories.models.stories import Relation, Story, StoryState, ToldBy
from stories.models.voices import Voice

__all__ = [
    "CallOwner",
    "Consent",
    "ConsentMethod",
    "Question",
    "QuestionKind",
    "Quote",
    "Relation",
    "Story",
    "StoryAnswer",
    "StoryCall",
    "StoryState",
    "ToldBy",
    "Voice",
]
