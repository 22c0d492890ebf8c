"""Plant networks, what people bring, people who go along, and answers about being seen and heard."""

from datetime import timedelta

from communities.site.dates import half_of, today
from config.example.content import day, rows
from trajectories.models import (
    Asset,
    HeardAnswer,
    HeardRound,
    IntroductionStep,
    LookBack,
    SupportNetwork,
    WarmIntroduction,
)

FILE = "networks.toml"


def plant_networks(town):
    """Support networks with what they agreed, and what people and groups bring."""
    for row in rows("networks", FILE):
        network = SupportNetwork.objects.create(
            community=town[row["community"]],
            name=row["name"],
            kind_words=row["kind"],
            own_words=row["own_words"],
            does=row["does"],
            reach_at=row["reach_at"],
            contact_role=row["contact"],
            since=day(row["since"]),
            care_team=town.get(row.get("care_team")),
            care_contact=row.get("care_contact", ""),
            rhythm=row.get("rhythm", ""),
            agreed_on=day(row.get("agreed", "")),
        )
        for on, words in row.get("looks_back", []):
            LookBack.objects.create(network=network, on=day(on), words=words)
    for row in rows("assets", FILE):
        Asset.objects.create(
            community=town[row["community"]],
            by=town.get(row.get("by")),
            group=town.get(row.get("group")),
            words=row["words"],
            shown_as=row.get("shown", "role"),
        )


def plant_introductions(town):
    """Two people who are on their way together; only they find it."""
    for row in rows("introductions", FILE):
        dates = {step: day(on) for step, on, _how, _by in row["steps"]}
        introduction = WarmIntroduction.objects.create(
            community=town[row["community"]],
            resident=town.get(row.get("resident")),
            resident_name=row.get("name", ""),
            companion=town[row["companion"]],
            helper_name=row["helper"],
            helper_organisation=row["works"],
            kind=row["kind"],
            yes_on=dates.get("yes"),
            together_on=dates.get("together"),
        )
        for step, on, how, by in row["steps"]:
            values = {"step": step, "on": day(on), "how": how, "by": town[by]}
            IntroductionStep.objects.create(introduction=introduction, **values)
        for by, on, words in row.get("helped", []):
            values = {"step": "helped", "on": day(on), "words": words, "by": town[by]}
            IntroductionStep.objects.create(introduction=introduction, **values)


def plant_heard(town):
    """The question of last half year with its answers, and the one that is open now."""
    now = half_of(today())
    before = half_of(now - timedelta(days=1))
    for row in rows("rounds", FILE):
        half = now if row["half"] == "now" else before
        asked = HeardRound.objects.create(group=town[row["group"]], half=half, asked_on=half)
        for by, question, shared, words in row.get("answers", []):
            values = {"question": question, "shared": shared, "words": words, "given_on": half}
            HeardAnswer.objects.create(round=asked, by=town[by], **values)
