"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.calendars import CalendarForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm, HarvestForm
from trajectories.forms.groups import FundingForm, MemberForm, StartForm, StatusForm, WordsForm
from trajectories.forms.planning import CancelForm, ChangeGatheringForm, MoveForm, PlanForm, SignUpForm
from trajectories.forms.series import ChangeSeriesForm, SeriesForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "CalendarForm",
    "CancelForm",
    "ChangeGatheringForm",
    "ChangeSeriesForm",
    "FundingForm",
    "GatheringForm",
    "HarvestForm",
    "MemberForm",
    "MoveForm",
    "PlanForm",
    "PutForm",
    "SeriesForm",
    "SignUpForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "WordsForm",
]
