"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.calendars import CalendarAddress
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
from trajectories.models.series import Provision, Series
from trajectories.models.signups import SignUp
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
    "CalendarAddress",
    "FundingForm",
    "FundingPeriod",
    "MOVES",
    "Gathering",
    "GatheringKind",
    "Harvest",
    "Movement",
    "Origin",
    "Provision",
    "Series",
    "SignUp",
    "Signal",
    "Status",
    "StatusChange",
    "Template",
    "Trajectory",
]
