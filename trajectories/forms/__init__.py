"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm, HarvestForm
from trajectories.forms.groups import FundingForm, MemberForm, StartForm, StatusForm, WordsForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "FundingForm",
    "GatheringForm",
    "HarvestForm",
    "MemberForm",
    "PutForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "WordsForm",
]
