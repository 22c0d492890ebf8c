"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.agreements import RoleAgreement
from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.course import ArtProject, Change, Decision
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
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
    "Asset",
    "DOORS",
    "HeardAnswer",
    "HeardQuestion",
    "HeardRound",
    "How",
    "IntroductionStep",
    "LookBack",
    "OUTCOMES",
    "STEPS",
    "Shared",
    "Step",
    "SupportNetwork",
    "WarmIntroduction",
    "AgendaItem",
    "Answer",
    "AnswerKind",
    "ArtProject",
    "Change",
    "Circle",
    "CircleMeeting",
    "CircleMember",
    "Craft",
    "Decision",
    "FundingForm",
    "FundingPeriod",
    "Gathering",
    "GatheringKind",
    "Harvest",
    "Insight",
    "Lesson",
    "LessonYes",
    "MOVES",
    "PAUSED",
    "MethodUse",
    "Movement",
    "Origin",
    "Outcome",
    "Reflection",
    "RoleAgreement",
    "Signal",
    "Status",
    "StatusChange",
    "TablePromise",
    "Template",
    "Theme",
    "Trajectory",
    "WhoCan",
]
