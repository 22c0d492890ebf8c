"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.agreements import RoleAgreement
from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
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
from trajectories.models.trajectories import (
    MOVES,
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
    "Circle",
    "CircleMeeting",
    "CircleMember",
    "Craft",
    "FundingForm",
    "FundingPeriod",
    "Gathering",
    "GatheringKind",
    "Harvest",
    "Lesson",
    "LessonYes",
    "MOVES",
    "MethodUse",
    "Movement",
    "Origin",
    "Reflection",
    "RoleAgreement",
    "Signal",
    "Status",
    "StatusChange",
    "Template",
    "Trajectory",
]
