"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.asked import Answer, AnswerKind, Signal
from trajectories.models.continuity import Cliff, CliffKind, Stewardship, Tender, noted_by
from trajectories.models.funding import FundingForm, FundingPeriod
from trajectories.models.gatherings import AgendaItem, Gathering, GatheringKind, Harvest, Origin
from trajectories.models.handovers import Handover, HandoverState
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
    "Cliff",
    "CliffKind",
    "FundingForm",
    "FundingPeriod",
    "MOVES",
    "Gathering",
    "GatheringKind",
    "Handover",
    "HandoverState",
    "Harvest",
    "Movement",
    "Origin",
    "Signal",
    "Status",
    "StatusChange",
    "Stewardship",
    "Template",
    "Tender",
    "Trajectory",
    "noted_by",
]
