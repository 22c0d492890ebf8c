"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.agreements import RoleAgreement
from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.calendars import CalendarAddress
from trajectories.models.course import ArtProject, Change, Decision
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
    "CalendarAddress",
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
    "MethodUse",
    "Movement",
    "Origin",
    "Outcome",
    "PAUSED",
    "Provision",
    "Reflection",
    "RoleAgreement",
    "Series",
    "SignUp",
    "Signal",
    "Status",
    "StatusChange",
    "TablePromise",
    "Template",
    "Theme",
    "Trajectory",
    "WhoCan",
]
