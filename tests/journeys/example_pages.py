"""States of the example town that the scene of the access table does not have, by who looks at them."""

from django.db.models import F

from communities.models import Community, Group, Organisation, Report, SetAside, User
from communities.moderation import actions as moderation_actions
from stories.models import Question, Story, StoryCall
from tests.journeys.interpretation import for_all
from trajectories.models import (
    Gathering,
    Harvest,
    Series,
    Signal,
    SupportNetwork,
    Tender,
    Theme,
    Trajectory,
    YearlyChange,
)
from volunteers.models import Initiative

HERE = "/gemeenschap/kanaalbuurt/"


def _full_moved_and_cancelled():
    full = Gathering.objects.get(code__isnull=False)
    moved = Gathering.objects.filter(was_at__isnull=False).exclude(was_at=F("starts_at")).get()
    cancelled = Gathering.objects.get(cancelled_on__isnull=False)
    waiting = full.signups.get(name="Tesfay")
    shown = [f"/bijeenkomst/{row.pk}/" for row in (full, moved, cancelled)]
    return [*shown, f"/b/{full.code}/", f"/aanmelding/{waiting.code}/"]


def _of_a_visitor():
    """Searches with and without hits, a story from right to left, numbers, gaps in time, patterns of many answers."""
    overdue, answered = Signal.objects.order_by("pk")[:3:2]
    course = Trajectory.objects.get(group__title="Oud en Nieuw aan Tafel")
    call = StoryCall.objects.get(title="Wie bleef er?").get_absolute_url()
    organisation = Organisation.objects.get(name="Stichting Bij de Hand")
    return [
        *for_all(),
        *_full_moved_and_cancelled(),
        "/",
        "/zoeken/?q=veen",
        "/zoeken/?q=bestaatniet",
        "/gemeente/GM9901/",
        "/buurt/BU99010102/",
        "/buurt/BU99010203/",
        HERE,
        "/gemeenschap/weverij/?ogen=gemeente",
        "/verhalen/?zoek=jas&taal=nl",
        "/verhalen/?zoek=bestaatniet",
        Story.objects.get(title="السكين").get_absolute_url(),
        f"/traject/{course.pk}/",
        f"/traject/{course.pk}/brief/",
        f"/initiatief/{Initiative.objects.get(group__title='De Fietskeuken').pk}/",
        f"/bijeenkomst/{Gathering.objects.filter(open_door=True).first().pk}/",
        f"/signaal/{overdue.pk}/",
        f"/signaal/{answered.pk}/",
        f"/netwerk/{SupportNetwork.objects.get(name='Moeders van de brug').pk}/",
        "/gemeenschap/weverij/tijdlijn/",
        "/gemeenschap/molenkwartier/tijdlijn/",
        f"/organisatie/{organisation.pk}/wat-breekt/?op=2028-01-01",
        f"/aanbesteding/{Tender.objects.get().pk}/wat-breekt/",
        call,
        f"{call}patronen/",
        "/voorbeeld/post/",
        "/uitnodiging/bestaatniet/",
        "/account/login/",
        "/account/signup/",
    ]


def _of_a_host():
    """A host's own pages with much on them, and pages that ask for the most on a phone."""
    group = Group.objects.get(title="Wijkacademie Opgroeien")
    past = Gathering.objects.filter(group=group, harvest__isnull=False).first()
    theme = Theme.objects.get(words__startswith="Onze jongens en wij")
    change = YearlyChange.objects.filter(group=group, approved_on=None).first()
    call = StoryCall.objects.get(opened_on=None)
    question = Question.objects.create(call=call, kind="triad", text="Wie?", ends=["a", "b", "c"])
    return [
        "/mijn/",
        "/mijn/nieuws/",
        "/mijn/gegevens/",
        HERE,
        f"/traject/{group.trajectory.pk}/",
        f"/groep/{group.pk}/gevonden/",
        f"/groep/{group.pk}/veranderd/{change.year}/",
        f"/bijeenkomst/{past.pk}/",
        f"/bijeenkomst/{past.pk}/aan-tafel/",
        f"/oogst/{Harvest.objects.filter(group=group).first().pk}/hoe-ver/",
        f"/thema/{theme.pk}/",
        f"/reeks/{Series.objects.get().pk}/",
        Story.objects.get(title="De jas").get_absolute_url(),
        Story.objects.get(title="Vier over zeven").get_absolute_url(),
        f"{StoryCall.objects.get(title='Wie bleef er?').get_absolute_url()}kaarten/?vel=a6",
        f"/oproepvraag/{question.pk}/",
    ]


def _words_aside():
    """A community whose own words two people set aside."""
    place = Community.objects.get(slug="molenkwartier")
    about = {"kind": "community", "about": place.pk, "community": place, "authors": []}
    found = moderation_actions.report(by=None, **about, category="hurts", words="No.", browser="a")
    first, *others = User.objects.hosts_of(place)
    made = moderation_actions.propose_aside(by=first, report=found, reason="No.")
    moderation_actions.agree_aside(by=others[0], set_aside=made)
    return place.get_absolute_url()


def of_the_example():
    """(who looks, at which pages)."""
    aside = SetAside.objects.exclude(kind="community").get().get_absolute_url()
    return {
        None: _of_a_visitor(),
        "naima": _of_a_host(),
        "joost": ["/mijn/"],
        "bram": ["/mijn/", _words_aside()],
        "gerrit": ["/mijn/", *(row.get_absolute_url() for row in Report.objects.exclude(kind="community"))],
        "songul": [aside],
        "beheer": ["/beheer/", "/gemeente/GM9901/uitnodigen/"],
    }
