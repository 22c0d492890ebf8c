"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.calendars.models import CalendarAddress
from trajectories.continuity.models import (
    Cliff,
    CliffKind,
    FundingPeriod,
    FundingType,
    Stewardship,
    Tender,
    noted_by,
)
from trajectories.decisions.models import ArtProject, Decision, YearlyChange
from trajectories.gatherings.details import Provision
from trajectories.gatherings.models import AgendaItem, Gathering, GatheringKind, Origin
from trajectories.handovers.models import Handover, HandoverState
from trajectories.heard.models import HeardAnswer, HeardQuestion, HeardRound, Shared
from trajectories.introductions.models import (
    DOORS,
    OUTCOMES,
    STEPS,
    How,
    IntroductionStep,
    Step,
    WarmIntroduction,
)
from trajectories.networks.models import Asset, LookBack, SupportNetwork
from trajectories.practice.models import (
    Circle,
    CircleMeeting,
    CircleMember,
    Craft,
    Lesson,
    LessonYes,
    MethodUse,
    Reflection,
)
from trajectories.roles.models import RoleAgreement
from trajectories.series.models import Series
from trajectories.signals.models import Answer, AnswerKind, Signal
from trajectories.signups.models import SignUp
from trajectories.table.models import Harvest, Insight, Outcome, TablePromise, Theme, WhoCan
from trajectories.trajectory.models import MOVES, PAUSED, Movement, Status, StatusChange, Template, Trajectory

__all__ = [
    "AgendaItem",
    "Answer",
    "AnswerKind",
    "ArtProject",
    "Asset",
    "CalendarAddress",
    "Circle",
    "CircleMeeting",
    "CircleMember",
    "Cliff",
    "CliffKind",
    "Craft",
    "DOORS",
    "Decision",
    "FundingPeriod",
    "FundingType",
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
    "YearlyChange",
    "noted_by",
]
