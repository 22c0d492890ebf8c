"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.agreements import RoleAgreement
from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.calendars import CalendarAddress
from trajectories.models.continuity import Cliff, CliffKind, Stewardship, Tender, noted_by
from trajectories.models.course import ArtProject, Change, Decision
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
from trajectories.models.handovers import Handover, HandoverState
from trajectories.models.heard import HeardAnswer, HeardQuestion, HeardRound, Shared
from trajectories.models.introductions import (
    DOORS,
    OUTCOMES,
    STEPS,
    How,
    IntroductionStep,
    Step,
    WarmIntroduction,
)
from trajectories.models.learning import (
    Circle,
    CircleMeeting,
    CircleMember,
    Craft,
    Lesson,
    LessonYes,
    MethodUse,
    Reflection,
)
from trajectories.models.networks import Asset, LookBack, SupportNetwork
from trajectories.models.series import Provision, Series
from trajectories.models.signups import SignUp
from trajectories.models.table import Insight, Outcome, TablePromise, Theme, WhoCan
from trajectories.models.trajectories import (
    MOVES,
    PAUSED,
    Movement,
    Status,
    StatusChange,
    Template,
    Trajectory,
)

__all__ = [
    "AgendaItem",
    "Answer",
    "AnswerKind",
    "ArtProject",
    "Asset",
    "CalendarAddress",
    "Change",
    "Circle",
    "CircleMeeting",
    "CircleMember",
    "Cliff",
    "CliffKind",
    "Craft",
    "DOORS",
    "Decision",
    "FundingForm",
    "FundingPeriod",
    "Gathering",
    "GatheringKind",
    "Handover",
    "HandoverState",
    "Harvest",
    "HeardAnswer",
    "HeardQuestion",
    "HeardRound",
    "How",
    "Insight",
    "IntroductionStep",
    "Lesson",
    "LessonYes",
    "LookBack",
    "MOVES",
    "MethodUse",
    "Movement",
    "OUTCOMES",
    "Origin",
    "Outcome",
    "PAUSED",
    "Provision",
    "Reflection",
    "RoleAgreement",
    "STEPS",
    "Series",
    "Shared",
    "SignUp",
    "Signal",
    "Status",
    "StatusChange",
    "Step",
    "Stewardship",
    "SupportNetwork",
    "TablePromise",
    "Template",
    "Tender",
    "Theme",
    "Trajectory",
    "WarmIntroduction",
    "WhoCan",
    "noted_by",
]
