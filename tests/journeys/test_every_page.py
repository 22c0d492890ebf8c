"""Every page of the site in a real browser: axe, two widths, no sideways scrolling, and without JavaScript."""

import pytest
from django.db.models import F

from communities.models import (
    Community,
    Group,
    GroupMember,
    Invitation,
    MeetingPlace,
    Membership,
    Organisation,
    Report,
    SetAside,
    User,
)
from communities.moderation import actions as moderation_actions
from config.website.mail.digest import stop_link
from stories.keyless import actions as keyless_actions
from stories.models import Pair, Question, Story, StoryCall, StoryCitation
from stories.telling.actions import media, telling
from tests.factories import stories
from tests.journeys.conftest import AXE
from tests.journeys.interpretation import for_all, for_writers
from tests.stories.telling.test_media import photo
from tests.stories.telling.test_telling import permission
from trajectories.models import (
    ArtProject,
    Circle,
    Gathering,
    Handover,
    Harvest,
    HeardRound,
    Series,
    Signal,
    SupportNetwork,
    TablePromise,
    Tender,
    Theme,
    Trajectory,
    WarmIntroduction,
    YearlyChange,
)
from volunteers.models import Initiative, SupportRequest

PLANNING = (
    "klaar",
    "aanpassen",
    "verzetten",
    "gaat-niet-door",
    "uitnodiging",
    "poster",
    "aanmelden",
    "wie-komt",
)


def _public():
    asked = Signal.objects.order_by("pk")
    return [
        *for_all(),
        "/",
        "/zoeken/?q=veen",
        "/zoeken/?q=bestaatniet",
        "/gemeente/GM9901/",
        "/buurt/BU99010102/",
        "/buurt/BU99010203/",
        "/gemeenschap/kanaalbuurt/",
        "/gemeenschap/weverij/?ogen=gemeente",
        "/verhalen/",
        "/verhalen/?zoek=jas&taal=nl",
        "/verhalen/?zoek=bestaatniet",
        f"/verhaal/{Story.objects.get(title='السكين').uuid}/",
        f"/traject/{Trajectory.objects.get(group__title='Oud en Nieuw aan Tafel').pk}/",
        f"/initiatief/{Initiative.objects.get(group__title='De Fietskeuken').pk}/",
        f"/bijeenkomst/{Gathering.objects.filter(open_door=True).first().pk}/",
        *_scanned(),
        f"/signaal/{asked[0].pk}/",
        f"/signaal/{asked[2].pk}/",
        f"/netwerk/{SupportNetwork.objects.get(name='Moeders van de brug').pk}/",
        "/gemeenschap/weverij/tijdlijn/",
        "/gemeenschap/molenkwartier/tijdlijn/",
        f"/traject/{Trajectory.objects.get(group__title='Oud en Nieuw aan Tafel').pk}/brief/",
        f"/organisatie/{Organisation.objects.get(name='Stichting Bij de Hand').pk}/wat-breekt/?op=2028-01-01",
        f"/aanbesteding/{Tender.objects.get().pk}/wat-breekt/",
        "/regels-over-geld/",
        StoryCall.objects.get(title="Wie bleef er?").get_absolute_url(),
        f"{StoryCall.objects.get(title='Wie bleef er?').get_absolute_url()}patronen/",
        "/waarom/",
        "/wie-ziet-wat/",
        "/privacy/",
        "/toegankelijkheid/",
        "/voorbeeld/",
        "/voorbeeld/post/",
        "/uitnodiging/",
        "/vertellen/zonder-account/kanaalbuurt/",
        "/uitnodiging/bestaatniet/",
        "/account/login/",
        "/account/signup/",
    ]


def _scanned():
    full = Gathering.objects.get(code__isnull=False)
    moved = Gathering.objects.filter(original_at__isnull=False).exclude(original_at=F("starts_at")).get()
    cancelled = Gathering.objects.get(cancelled_on__isnull=False)
    waiting = full.signups.get(name="Tesfay")
    shown = [f"/bijeenkomst/{row.pk}/" for row in (full, moved, cancelled)]
    return [*shown, f"/b/{full.code}/", f"/aanmelding/{waiting.code}/"]


def _planned():
    series = Series.objects.get()
    row = Gathering.objects.filter(series=series).first()
    Gathering.objects.filter(pk=row.pk).update(code="abcdefgh2345", invited_on=row.starts_at)
    here = [f"/bijeenkomst/{row.pk}/{page}/" for page in PLANNING]
    return ["/mijn/agenda/", f"/groep/{row.group_id}/reeks/", f"/reeks/{series.pk}/"] + [
        f"/reeks/{series.pk}/aanpassen/",
        *here,
    ]


def _of_naima():
    group = Group.objects.get(title="Wijkacademie Opgroeien")
    story = Story.objects.get(title="De jas")
    invitation = Invitation.objects.create(
        kind="poster",
        community=group.community,
        created_by=Membership.objects.get(user__display_name="Naïma").user,
        expires_on="2099-01-01",
    )
    past = Gathering.objects.filter(group=group, harvest__isnull=False).first()
    waiting = Signal.objects.create(
        community=group.community, group=group, title="Het is hier donker", words="Al weken."
    )
    draft = Story.objects.create(community=group.community, teller=story.teller, text="Een begin.")
    told = f"/verhaal/{story.uuid}/"
    write = f"/vertellen/{draft.uuid}/"
    place = MeetingPlace.objects.filter(community=group.community, closed_on=None).first()
    return [
        "/mijn/",
        "/mijn/naam/",
        f"/groepslid/{GroupMember.objects.get(name='Mevrouw Aziz').pk}/",
        f"/groepslid/{GroupMember.objects.get(name='Mevrouw Aziz').pk}/wissen/",
        "/gemeenschap/kanaalbuurt/weer-binnen/",
        "/weer-binnen/",
        f"/groep/{group.pk}/mensen/",
        f"/groep/{group.pk}/afspraken/",
        f"/traject/{group.trajectory.pk}/zo-werken-we/",
        "/werkvormen/",
        "/werkvorm/samen-koken/",
        "/mijn/notities/",
        "/geleerd/",
        f"/opbouwwerker/{Membership.objects.get(user__display_name='Joost').pk}/",
        f"/bijeenkomst/{past.pk}/werkvorm/",
        f"/klopt-niet/verhaal/{story.uuid}/",
        "/mijn/nieuws/",
        "/mijn/nieuws/kiezen/",
        stop_link(story.teller),
        "/mijn/gegevens/",
        "/mijn/weg/",
        "/account/email/",
        "/account/veiligheid/",
        "/account/tweede-stap/",
        "/account/app/",
        "/account/passkey/",
        "/account/codes/nieuw/",
        "/account/logout/",
        "/gemeenschap/kanaalbuurt/",
        "/gemeenschap/kanaalbuurt/uitnodigen/",
        "/gemeenschap/kanaalbuurt/wie-wil-meedoen/",
        "/gemeenschap/kanaalbuurt/woorden/",
        "/gemeenschap/kanaalbuurt/weggaan/",
        "/gemeenschap/kanaalbuurt/plek/",
        "/gemeenschap/kanaalbuurt/traject/begin/",
        "/gemeenschap/kanaalbuurt/initiatief/begin/",
        f"/plek/{place.pk}/dicht/",
        f"/plek/{place.pk}/",
        *_together(),
        f"/uitnodiging/{invitation.code}/",
        f"/uitnodiging/{invitation.code}/blad/",
        "/buurt/BU99010202/begin/",
        "/buurt/BU99010101/stem/homes/",
        "/mijn-verhaal/",
        "/mijn-verhaal/bestaatniet-code/",
        f"{told}nog/",
        f"{write}geluid/",
        f"{write}beeld/",
        "/gemeenschap/kanaalbuurt/verhalen-wachten/",
        *_told_alone(group.community, story.teller),
        told,
        f"{told}bereik/",
        f"{told}citaat/",
        f"{told}wissen/",
        "/vertellen/",
        write,
        f"{write}delen/",
        f"/traject/{group.trajectory.pk}/",
        f"/traject/{group.trajectory.pk}/verder/",
        f"/groep/{group.pk}/woorden/",
        f"/groep/{group.pk}/iemand-erbij/",
        f"/groep/{group.pk}/geld/",
        f"/groep/{group.pk}/bijeenkomst/",
        *_planned(),
        f"/groep/{group.pk}/signaal/",
        f"/groep/{group.pk}/overdracht/",
        f"/geld/{group.funding.first().pk}/",
        f"/geld/{group.funding.first().pk}/weg/",
        f"/wie-werkt-hier/{group.stewardships.get().pk}/weg/",
        "/gemeenschap/kanaalbuurt/wie-werkt-hier/",
        "/gemeenschap/kanaalbuurt/besluit/",
        f"/wie-werkt-hier/{group.stewardships.get().pk}/",
        f"/bijeenkomst/{past.pk}/",
        f"/bijeenkomst/{past.pk}/agenda/",
        f"/oogst/{Harvest.objects.filter(group=group).first().pk}/hoe-ver/",
        f"/signaal/{waiting.pk}/vragen/",
        *for_writers(draft),
        # A host takes it back for its teller: whoever wrote it down left.
        stories.told(draft.community, None, 2, told_by="listener").get_absolute_url(),
        *_at_the_table(group, past),
        *_reading(group, story),
        f"{told}vragen/",
        *_calls(),
    ]


def _reading(group, story):
    """What hangs under stories, and sentences beside what the group asks."""
    other = Story.objects.get(title="Vier over zeven")
    pair = Pair.objects.filter(other__teller=story.teller, accepted_on=None).first()
    return [
        f"/verhaal/{other.uuid}/",
        f"/verhaal/{other.uuid}/ook-mijn/",
        f"/verhaal/{other.uuid}/naast/",
        f"/verhaal/{story.uuid}/hoe-nu/",
        f"/naast-elkaar/{pair.pk}/",
        f"/signaal/{Signal.objects.filter(group=group).first().pk}/citaat/",
        f"/thema/{Theme.objects.filter(group=group).first().pk}/citaat/",
        "/buurt/BU99010101/citaat/homes/",
        f"/citaat/{StoryCitation.objects.filter(quote__story=story).first().pk}/weg/",
    ]


def _told_alone(community, owner):
    """A story without an account that waits, with a picture; a call with paper; something of another to suggest to."""
    waits, _receipt, _code = keyless_actions.tell_alone(by=None, community=community)
    media.add_picture(by=None, story=waits, content=photo(), words="Een bank")
    telling.tell(by=None, story=waits, permission=permission(4))
    draft = telling.start_draft(by=owner, community=community)
    item = media.add_picture(by=owner, story=draft, content=photo(), words="Een bank")
    call = StoryCall.objects.get(title="Wie bleef er?")
    other = Story.objects.get(title="السكين")
    return [
        f"/bijlage/{item.uuid}/woorden/",
        f"/oproep/{call.pk}/papier/",
        f"/oproep/{call.pk}/intypen/",
        f"{other.get_absolute_url()}voorstel/",
    ]


def _calls():
    """A call that is open and one that is being made, for who owns them."""
    opened = StoryCall.objects.get(title="Wie bleef er?").get_absolute_url()
    draft = StoryCall.objects.get(opened_on=None)
    question = Question.objects.create(call=draft, kind="triad", text="Wie?", ends=["a", "b", "c"])
    mine = draft.get_absolute_url()
    return [
        "/gemeenschap/kanaalbuurt/oproep/",
        opened,
        f"{opened}kaarten/?vel=a6",
        f"{opened}afronden/",
        f"{opened}samen/",
        mine,
        f"{mine}woorden/",
        f"{mine}vraag/",
        f"/oproepvraag/{question.pk}/",
    ]


def _at_the_table(group, past):
    """A gathering written down on a phone, and everything that comes of it."""
    theme = Theme.objects.get(words__startswith="Onze jongens en wij")
    promise = TablePromise.objects.filter(group=group, outcome="").first()
    change = YearlyChange.objects.filter(group=group, approved_on=None).first()
    art = ArtProject.objects.get(trajectory__group=group)
    return [
        f"/bijeenkomst/{past.pk}/aan-tafel/",
        f"/bijeenkomst/{past.pk}/inzicht/",
        f"/bijeenkomst/{past.pk}/besluit/",
        f"/groep/{group.pk}/thema/",
        f"/thema/{theme.pk}/",
        f"/thema/{theme.pk}/verder/",
        f"/gemeenschap/kanaalbuurt/initiatief/begin/?thema={theme.pk}",
        f"/groep/{group.pk}/signaal/?thema={theme.pk}",
        f"/beloofd/{promise.pk}/",
        f"/groep/{group.pk}/gevonden/",
        f"/groep/{group.pk}/veranderd/",
        f"/groep/{group.pk}/veranderd/{change.year}/",
        f"/verandering/{change.pk}/aanpassen/",
        f"/traject/{group.trajectory.pk}/kunst/",
        f"/kunst/{art.pk}/",
    ]


def _together():
    network = SupportNetwork.objects.get(name="Moeders van de brug")
    round_of_now = HeardRound.objects.filter(group__title="Wijkacademie Opgroeien").latest("half")
    return [
        "/gemeenschap/kanaalbuurt/netwerk/",
        "/gemeenschap/kanaalbuurt/meebrengen/",
        "/gemeenschap/kanaalbuurt/meegaan/",
        f"/netwerk/{network.pk}/",
        f"/netwerk/{network.pk}/woorden/",
        f"/netwerk/{network.pk}/afspraak/",
        f"/netwerk/{network.pk}/terugkijken/",
        f"/meegaan/{WarmIntroduction.objects.get(resident_name='Roos').pk}/",
        f"/gezien/{round_of_now.pk}/",
        f"/groep/{round_of_now.group_id}/gezien/",
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


def _of_others():
    letter = Handover.objects.get()
    overdue = Signal.objects.order_by("pk").first()
    heard = Story.objects.get(title="Over de overkant")
    request = SupportRequest.objects.get()
    request.asked_of = Membership.objects.get(user__display_name="Joost").organisation
    request.save()
    initiative = Initiative.objects.get(group__title="De Fietskeuken")
    along = f"/meegaan/{WarmIntroduction.objects.exclude(resident=None).get().pk}/"
    return {
        "tineke": ["/mijn/", along, f"{along}blad/", f"{along}hulpverlener/", f"{along}geholpen/"],
        "joost": [
            Circle.objects.get().get_absolute_url(),
            f"{Circle.objects.get().get_absolute_url()}bijeen/",
            f"/opbouwwerker/{Membership.objects.get(user__display_name='Joost').pk}/vak/",
            f"/opbouwwerker/{Membership.objects.get(user__display_name='Joost').pk}/kring/",
            f"/vertellen/{heard.uuid}/",
            f"/vertellen/{heard.uuid}/voorgelezen/",
            f"/steun/{request.pk}/antwoord/",
        ],
        "omar": [f"/initiatief/{initiative.pk}/aanpassen/", f"/groep/{initiative.group_id}/steun/"],
        "elise": [letter.get_absolute_url(), f"{letter.get_absolute_url()}ontmoet/", "/mijn/"],
        "wouter": [f"/afdeling/{letter.posting.office_id}/overdracht/"],
        "bram": [
            "/mijn/",
            f"/signaal/{overdue.pk}/antwoord/",
            _words_aside(),
            *(f"/besluit/{Tender.objects.get().pk}/{deed}/" for deed in ("aanpassen", "weg")),
        ],
        "gerrit": ["/mijn/", *(row.get_absolute_url() for row in Report.objects.exclude(kind="community"))],
        "songul": [
            SetAside.objects.exclude(kind="community").get().get_absolute_url(),
            f"{StoryCall.objects.get(opened_on=None).get_absolute_url()}proberen/",
        ],
        "beheer": ["/beheer/", "/gemeente/GM9901/uitnodigen/"],
    }


def look(page, address):
    """What is wrong with one page: axe, sideways scrolling, errors in the console."""
    answer = page.goto(address)
    if answer.status != (404 if "bestaatniet/" in address else 200):
        return [f"{address}: {answer.status}"]
    found = [f"{address}: scrolls sideways"] * page.evaluate(
        "document.documentElement.scrollWidth > innerWidth"
    )
    if address.startswith("/beheer/"):
        return found
    page.evaluate(AXE.read_text())
    result = page.evaluate("axe.run({resultTypes: ['violations']})")
    for violation in result["violations"]:
        places = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        found.append(f"{address}: {violation['id']}: {places}")
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible_on_phone_and_desk(visit, width):
    walks = {None: _public(), "naima": _of_naima(), **_of_others()}
    errors, wrong = [], []
    for person, addresses in walks.items():
        page = visit(person, width=width)
        page.on("console", lambda message: message.type == "error" and errors.append(message.text))
        for address in addresses:
            wrong += look(page, address)
    assert not wrong, "\n".join(wrong)
    assert [error for error in errors if "404" not in error] == []


def test_every_page_works_without_javascript(visit):
    page, wrong = visit("naima", width=360, scripts=False), []
    for address in [*_public(), *_of_naima()]:
        answer = page.goto(address)
        expected = 404 if "bestaatniet/" in address else 200
        if answer.status != expected or page.locator("h1").count() != 1:
            wrong.append(f"{address}: {answer.status}")
    assert not wrong, "\n".join(wrong)


def test_no_page_asks_another_host(visit, live_server):
    page, hosts = visit("naima"), set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for address in ["/", "/gemeenschap/kanaalbuurt/", "/gemeente/GM9901/", "/mijn/"]:
        page.goto(address)
    assert hosts == {live_server.url.split("/")[2]}
