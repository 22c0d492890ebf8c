"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.continuity import HandoverForm, MeetForm, MetForm, StewardshipForm, TenderForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm, HarvestForm
from trajectories.forms.groups import FundingForm, MemberForm, StartForm, StatusForm, WordsForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "FundingForm",
    "GatheringForm",
    "HandoverForm",
    "HarvestForm",
    "MeetForm",
    "MemberForm",
    "MetForm",
    "PutForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "StewardshipForm",
    "TenderForm",
    "WordsForm",
]
