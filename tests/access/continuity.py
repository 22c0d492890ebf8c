"""Who gets in where: timelines, letters, what breaks, and handing over."""

from tests.access import HIDDEN, MEMBERS, OFFICIALS, Row
from tests.factories import communities
from trajectories.models import FundingPeriod, Handover, Stewardship, Tender

NOTING = [*MEMBERS, *OFFICIALS]
ORGANISERS = ["host", "builder"]
# Who left less than a year ago may still write to who comes after; also who works for the municipality now.
HELD_A_ROLE = ["former", "stranger", "official_who_hosts", "official_who_built_here"]
ROWS = [
    Row("community_timeline", lambda s: [s.community.slug]),
    Row("community_timeline", lambda s: ["nergens"], opens=[], visitor=HIDDEN),
    Row("continuity_letter", lambda s: [s.trajectory.pk]),
    Row("rules_on_money"),
    Row("organisation_breaks", lambda s: [s.cast.organisation.pk]),
    Row("organisation_breaks", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("tender_breaks", lambda s: [s.tender.pk]),
    Row("add_stewardship", lambda s: [s.community.slug], opens=NOTING),
    Row("change_stewardship", lambda s: [s.stewardship.pk], opens=NOTING),
    Row("remove_stewardship", lambda s: [s.stewardship.pk], opens=NOTING),
    Row("remove_stewardship", lambda s: [s.stewardship.pk], opens=NOTING, method="post"),
    Row("add_tender", lambda s: [s.community.slug], opens=NOTING),
    Row("change_tender", lambda s: [s.tender.pk], opens=NOTING),
    Row("remove_tender", lambda s: [s.tender.pk], opens=NOTING),
    Row("remove_tender", lambda s: [s.tender.pk], opens=NOTING, method="post"),
    Row("change_funding", lambda s: [s.money.pk], opens=ORGANISERS),
    Row("remove_funding", lambda s: [s.money.pk], opens=ORGANISERS),
    Row("remove_funding", lambda s: [s.money.pk], opens=ORGANISERS, method="post"),
    Row("write_handover", lambda s: [s.cast.group.pk], opens=[*ORGANISERS, *HELD_A_ROLE]),
    Row("write_office_handover", lambda s: [s.cast.office.pk], opens=[*OFFICIALS, "former_official"]),
    Row("handover", lambda s: [s.letter_draft.pk], opens=["official"], visitor=HIDDEN),
    Row("handover", lambda s: [s.letter_shared.pk], opens=ORGANISERS, visitor=HIDDEN),
    Row("share_handover", lambda s: [s.letter_draft.pk], opens=["official"], method="post"),
    Row("share_handover", lambda s: [s.letter_shared.pk], opens=[], method="post"),
    Row("meet_handover", lambda s: [s.letter_shared.pk], opens=ORGANISERS),
    Row("accept_handover", lambda s: [s.letter_met.pk], opens=["host"], method="post"),
    Row("accept_handover", lambda s: [s.letter_shared.pk], opens=[], method="post"),
]


def scene(scene):
    """An organisation, a tender, money; a letter that is a draft, one that is shared, one after the meeting."""
    cast, today = scene.cast, communities.days_ago(0)
    here = {"community": cast.community}
    scene.stewardship = Stewardship.objects.create(
        **here, organisation=cast.organisation, since=communities.days_ago(300), tendered=True
    )
    scene.tender = Tender.objects.create(**here, title="Welzijn", decides_on=today)
    scene.money = FundingPeriod.objects.create(
        group=cast.group, funder_name="Fonds", form="fund", starts_on=communities.days_ago(200), ends_on=today
    )
    scene.letter_draft = Handover.objects.create(
        posting=cast.official.postings.get(), learned="Listen first."
    )
    part = cast.group.members.get(user=cast.builder)
    scene.letter_shared = Handover.objects.create(part=part, learned="Wait.", shared_on=today)
    before = communities.GroupMemberFactory(
        group=cast.group, user=cast.stranger, role="facilitator", until=today
    )
    before_days = {"shared_on": today, "met_on": today}
    scene.letter_met = Handover.objects.create(part=before, learned="Cook.", **before_days)
