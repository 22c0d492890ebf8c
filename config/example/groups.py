"""Plant the trajectories, initiatives, gatherings and signals of the example town."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from communities.models import Group, GroupMember
from config.example.content import day, moment, rows
from trajectories.models import (
    AgendaItem,
    Answer,
    FundingPeriod,
    Gathering,
    Harvest,
    RoleAgreement,
    Signal,
    StatusChange,
    Trajectory,
)
from trajectories.signals.actions import answer_term
from trajectories.trajectory.cards import template_defaults
from volunteers.models import Initiative, SupportReply, SupportRequest


def plant_groups(town):
    """Every group with its people and money; then the trajectories and initiatives they are."""
    for row in rows("groups", "groups.toml"):
        group = Group.objects.create(
            community=town[row["community"]],
            title=row["title"],
            own_words=row["own_words"],
            own_words_by=row.get("own_words_by", ""),
            policy_wording=row.get("policy_wording", ""),
            started_on=day(row["started"]),
        )
        town[row["key"]] = group
        for member in row.get("members", []):
            _plant_member(town, group, member)
        for period in row.get("funding", []):
            _plant_funding(town, group, period)
        if "template" in row:
            _plant_trajectory(town, group, row)
        else:
            _plant_initiative(town, group, row)


def _plant_member(town, group, row):
    person = town.get(row.get("person"))
    shown = "role" if person is None else town.shown.get(row["person"], "role")
    GroupMember.objects.create(
        group=group,
        user=person,
        name=row.get("name", ""),
        role=row["role"],
        expertise=row.get("expertise", ""),
        since=day(row["since"]),
        until=day(row.get("until", "")),
        shown_as=shown,
    )


def _plant_funding(town, group, row):
    FundingPeriod.objects.create(
        group=group,
        funder=town.get(row.get("organisation")),
        office=town.get(row.get("office")),
        funder_name=row["funder"],
        form=row["form"],
        starts_on=day(row["from"]),
        ends_on=day(row["to"]),
        decision_by=day(row.get("decision", "")),
        conditions=row.get("conditions", ""),
    )


def _plant_trajectory(town, group, row):
    usual = template_defaults()[row["template"]]
    trajectory = Trajectory.objects.create(
        group=group,
        template=row["template"],
        rhythm=usual.rhythm,
        questions="\n".join(usual.questions),
        methods=list(usual.methods),
    )
    for words in usual.roles:
        RoleAgreement.objects.create(group=group, words=words, review_on=day("+60d"), agreed_on=day("-120d"))
    town[f"trajectory {row['key']}"] = trajectory
    for status, on, why in row["status"]:
        StatusChange.objects.create(trajectory=trajectory, status=status, on=day(on), why=why)
    first, every, until, turns = row["rhythm"]
    at, number = day(first), 0
    while at < day(until):
        Gathering.objects.create(
            community=group.community,
            group=group,
            start_question="Wat speelt er nu bij jou?",
            starts_at=timezone.make_aware(datetime.combine(at, time(19, 30))),
            movements=turns[number % len(turns)].split(),
            reach=2,
        )
        at, number = at + timedelta(days=every), number + 1


def _plant_initiative(town, group, row):
    Initiative.objects.create(
        group=group,
        kinds=row["kinds"],
        can_ask=row["can_ask"],
        cannot_ask=row["cannot_ask"],
        stage=row["stage"],
        stage_words=row.get("stage_words", ""),
        stage_since=day("-70d"),
        born_from=town.get(f"trajectory {row.get('born_from')}"),
    )
    for asked in row.get("support", []):
        _plant_support(town, group, asked)


def _plant_support(town, group, asked):
    request = SupportRequest.objects.create(
        community=group.community,
        group=group,
        kind=asked["kind"],
        words=asked["words"],
        asked_of=town[asked["asked_of"]],
        asked_by=town[asked["by"]],
        asked_on=day(asked["days"]),
        state=asked["state"],
        reach=4,
    )
    SupportReply.objects.create(
        request=request,
        organisation=town[asked["reply_organisation"]],
        state=asked["state"],
        words=asked["reply"],
        signed=asked["signed"],
        on=day(asked["reply_days"]),
    )


def plant_gatherings(town):
    """The gatherings that are written out: what comes, and what was harvested."""
    for row in rows("gatherings", "groups.toml"):
        group = town[row["group"]]
        starts = moment(row["at"])
        gathering = Gathering.objects.create(
            community=group.community,
            group=group,
            start_question=row["question"],
            method=row.get("method", ""),
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            place=town.get(f"place {row.get('place')}"),
            place_text=row.get("place_text", ""),
            needs=row.get("needs", ""),
            movements=row["movements"],
            open_door=row.get("open_door", False),
            reach=row["reach"],
        )
        for position, (origin, text) in enumerate(row.get("agenda", [])):
            AgendaItem.objects.create(gathering=gathering, origin=origin, text=text, position=position)
        if "told" in row:
            _plant_harvest(group, gathering, row, starts.date())


def _plant_harvest(group, gathering, row, held_on):
    words = {name: row.get(name, "") for name in ("told", "insights", "differences", "what_next")}
    Harvest.objects.create(
        gathering=gathering,
        community=group.community,
        group=group,
        reach=row.get("harvest_reach", 2),
        approved_on=held_on + timedelta(days=5) if row.get("approved") else None,
        **words,
    )


def plant_signals(town):
    """What groups asked: one overdue, one waiting, one answered with a promise."""
    for row in rows("signals", "groups.toml"):
        group, put_on = town[row["group"]], day(row["put"])
        signal = Signal.objects.create(
            community=group.community,
            group=group,
            title=row["title"],
            words=row["words"],
            heard_on=put_on - timedelta(days=12),
            put_to=town[row["office"]],
            put_on=put_on,
            answer_due=answer_term(put_on),
        )
        if "answer" in row:
            Answer.objects.create(
                signal=signal,
                office=signal.put_to,
                kind=row["answer_kind"],
                words=row["answer"],
                on=day(row["answered"]),
                promised_by=day(row["promised"]),
            )
