"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
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
from trajectories.forms.networks import AgreementForm, AssetForm, HeardForm, LookBackForm, NetworkForm
from trajectories.forms.table import AtTableForm, InsightForm, PromiseForm, ThemeForm

__all__ = [
    "AgendaForm",
    "AgreementForm",
    "RoleAgreementForm",
    "AnswerForm",
    "ArtForm",
    "AssetForm",
    "AtTableForm",
    "ChangeForm",
    "CircleForm",
    "CraftForm",
    "DecisionForm",
    "DidItHelpForm",
    "FundingForm",
    "GatheringForm",
    "HeardForm",
    "HelperForm",
    "InsightForm",
    "IntroductionForm",
    "LessonForm",
    "LookBackForm",
    "MeetingForm",
    "MemberForm",
    "MethodForm",
    "NetworkForm",
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
