"""Input for trajectories, gatherings and signals."""

from trajectories.forms.asked import AnswerForm, PutForm, SignalForm
from trajectories.forms.gatherings import AgendaForm, GatheringForm, HarvestForm
from trajectories.forms.groups import FundingForm, MemberForm, StartForm, StatusForm, WordsForm
from trajectories.forms.introductions import DidItHelpForm, HelperForm, IntroductionForm
from trajectories.forms.networks import AgreementForm, AssetForm, HeardForm, LookBackForm, NetworkForm

__all__ = [
    "NetworkForm",
    "LookBackForm",
    "HeardForm",
    "AssetForm",
    "AgreementForm",
    "IntroductionForm",
    "HelperForm",
    "DidItHelpForm",
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
