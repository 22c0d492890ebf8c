"""The long road: trajectories, their gatherings, their money, and what was asked of whom."""

from trajectories.models.asked import Answer, AnswerKind, Signal
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
from trajectories.models.networks import Asset, LookBack, SupportNetwork
from trajectories.models.trajectories import (
    MOVES,
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
