"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.calendars import CalendarForm
from trajectories.forms.course import ArtForm, ChangeForm, DecisionForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm
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
from trajectories.forms.planning import CancelForm, ChangeGatheringForm, MoveForm, PlanForm, SignUpForm
from trajectories.forms.series import ChangeSeriesForm, SeriesForm
from trajectories.forms.table import AtTableForm, InsightForm, PromiseForm, ThemeForm

__all__ = [
    "AgendaForm",
    "AgreementForm",
    "AnswerForm",
    "ArtForm",
    "AtTableForm",
    "CalendarForm",
    "CancelForm",
    "ChangeForm",
    "ChangeGatheringForm",
    "ChangeSeriesForm",
    "CircleForm",
    "CraftForm",
    "DecisionForm",
    "FundingForm",
    "GatheringForm",
    "InsightForm",
    "LessonForm",
    "MeetingForm",
    "MemberForm",
    "MethodForm",
    "MoveForm",
    "PlanForm",
    "PromiseForm",
    "PutForm",
    "ReflectionForm",
    "SeriesForm",
    "SetUpForm",
    "SignUpForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "ThemeForm",
    "WordsForm",
]
