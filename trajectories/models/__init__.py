"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
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
    "FundingForm",
    "FundingPeriod",
    "MOVES",
    "Gathering",
    "GatheringKind",
    "Harvest",
    "Movement",
    "Origin",
    "Signal",
    "Status",
    "StatusChange",
    "Template",
    "Trajectory",
]
