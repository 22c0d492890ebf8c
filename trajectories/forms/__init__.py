"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm, HarvestForm
from trajectories.forms.groups import FundingForm, MemberForm, SetUpForm, StartForm, StatusForm, WordsForm
from trajectories.forms.learning import (
    AgreementForm,
    CircleForm,
    CraftForm,
    LessonForm,
    MeetingForm,
    MethodForm,
    ReflectionForm,
)

__all__ = [
    "AgendaForm",
    "AgreementForm",
    "AnswerForm",
    "CircleForm",
    "CraftForm",
    "FundingForm",
    "GatheringForm",
    "HarvestForm",
    "LessonForm",
    "MeetingForm",
    "MemberForm",
    "MethodForm",
    "PutForm",
    "ReflectionForm",
    "SetUpForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "WordsForm",
]
