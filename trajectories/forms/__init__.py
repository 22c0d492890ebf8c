"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.calendars import CalendarForm
from trajectories.forms.continuity import HandoverForm, MeetForm, MetForm, StewardshipForm, TenderForm
from trajectories.forms.course import ArtForm, ChangeForm, DecisionForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm
from trajectories.forms.groups import FundingForm, MemberForm, SetUpForm, StartForm, StatusForm, WordsForm
from trajectories.forms.introductions import DidItHelpForm, HelperForm, IntroductionForm
from trajectories.forms.learning import (
    CircleForm,
    CraftForm,
    LessonForm,
    MeetingForm,
    MethodForm,
    ReflectionForm,
    RoleAgreementForm,
)
from trajectories.forms.networks import AssetForm, CareAgreementForm, HeardForm, LookBackForm, NetworkForm
from trajectories.forms.planning import CancelForm, ChangeGatheringForm, MoveForm, PlanForm, SignUpForm
from trajectories.forms.series import ChangeSeriesForm, SeriesForm
from trajectories.forms.table import AtTableForm, HowFarForm, InsightForm, PromiseForm, ThemeForm

__all__ = [
    "AgendaForm",
    "CareAgreementForm",
    "AnswerForm",
    "ArtForm",
    "AssetForm",
    "AtTableForm",
    "CalendarForm",
    "CancelForm",
    "ChangeForm",
    "ChangeGatheringForm",
    "ChangeSeriesForm",
    "CircleForm",
    "CraftForm",
    "DecisionForm",
    "DidItHelpForm",
    "FundingForm",
    "GatheringForm",
    "HandoverForm",
    "HeardForm",
    "HelperForm",
    "HowFarForm",
    "InsightForm",
    "IntroductionForm",
    "LessonForm",
    "LookBackForm",
    "MeetForm",
    "MeetingForm",
    "MemberForm",
    "MetForm",
    "MethodForm",
    "MoveForm",
    "NetworkForm",
    "PlanForm",
    "PromiseForm",
    "PutForm",
    "ReflectionForm",
    "RoleAgreementForm",
    "SeriesForm",
    "SetUpForm",
    "SignUpForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "StewardshipForm",
    "TenderForm",
    "ThemeForm",
    "WordsForm",
]
