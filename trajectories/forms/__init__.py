"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.course import ArtForm, ChangeForm, DecisionForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm
from trajectories.forms.groups import FundingForm, MemberForm, SetUpForm, StartForm, StatusForm, WordsForm
from trajectories.forms.introductions import DidItHelpForm, HelperForm, IntroductionForm
from trajectories.forms.learning import (
    AgreementForm,
    CircleForm,
    CraftForm,
    LessonForm,
    MeetingForm,
    MethodForm,
    ReflectionForm,
)
from trajectories.forms.networks import AssetForm, CareAgreementForm, HeardForm, LookBackForm, NetworkForm
from trajectories.forms.table import AtTableForm, InsightForm, PromiseForm, ThemeForm

__all__ = [
    "NetworkForm",
    "LookBackForm",
    "HeardForm",
    "AssetForm",
    "CareAgreementForm",
    "IntroductionForm",
    "HelperForm",
    "DidItHelpForm",
    "AgendaForm",
    "AgreementForm",
    "AnswerForm",
    "ArtForm",
    "AtTableForm",
    "ChangeForm",
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
    "PromiseForm",
    "PutForm",
    "ReflectionForm",
    "SetUpForm",
    "SignalForm",
    "StartForm",
    "StatusForm",
    "ThemeForm",
    "WordsForm",
]
