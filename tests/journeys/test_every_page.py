"""Every page of the site in a real browser: axe, two widths, no sideways scrolling, and without JavaScript."""

import pytest

from communities.models import Group, GroupMember, Invitation, MeetingPlace, Membership, Report, SetAside
from config.digest import stop_link
from stories.models import Story
from tests.journeys.conftest import AXE
from tests.journeys.interpretation import FOR_ALL, for_writers
from trajectories.models import ArtProject, Change, Circle, Gathering, Signal, TablePromise, Theme, Trajectory
from volunteers.models import Initiative, SupportRequest


def _public():
    asked = Signal.objects.order_by("pk")
    return [
        *FOR_ALL,
        "/",
        "/zoeken/?q=veen",
        "/zoeken/?q=bestaatniet",
        "/gemeente/GM9901/",
        "/buurt/BU99010102/",
        "/buurt/BU99010203/",
        "/gemeenschap/kanaalbuurt/",
        "/gemeenschap/weverij/?ogen=gemeente",
        "/verhalen/",
        f"/verhaal/{Story.objects.get(title='السكين').uuid}/",
        f"/traject/{Trajectory.objects.get(group__title='Oud en Nieuw aan Tafel').pk}/",
        f"/initiatief/{Initiative.objects.get(group__title='De Fietskeuken').pk}/",
        f"/bijeenkomst/{Gathering.objects.filter(open_door=True).first().pk}/",
        f"/signaal/{asked[0].pk}/",
        f"/signaal/{asked[2].pk}/",
        "/waarom/",
        "/wie-ziet-wat/",
        "/privacy/",
        "/toegankelijkheid/",
        "/voorbeeld/",
        "/voorbeeld/post/",
        "/uitnodiging/",
        "/uitnodiging/bestaatniet/",
        "/account/login/",
        "/account/signup/",
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
        f"/uitnodiging/{invitation.code}/",
        f"/uitnodiging/{invitation.code}/blad/",
        "/buurt/BU99010202/begin/",
        "/buurt/BU99010101/stem/homes/",
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
        f"/groep/{group.pk}/signaal/",
        f"/bijeenkomst/{past.pk}/",
        f"/bijeenkomst/{past.pk}/agenda/",
        f"/signaal/{waiting.pk}/vragen/",
        *for_writers(draft),
        *_at_the_table(group, past),
    ]


def _at_the_table(group, past):
    """A gathering written down on a phone, and everything that comes of it."""
    theme = Theme.objects.get(words__startswith="Onze jongens en wij")
    promise = TablePromise.objects.filter(group=group, outcome="").first()
    change = Change.objects.filter(group=group, approved_on=None).first()
    art = ArtProject.objects.first()
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
        f"/traject/{art.trajectory_id}/",
        f"/kunst/{art.pk}/",
    ]


def _of_others():
    overdue = Signal.objects.order_by("pk").first()
    heard = Story.objects.get(title="Over de overkant")
    request = SupportRequest.objects.get()
    request.asked_of = Membership.objects.get(user__display_name="Joost").organisation
    request.save()
    initiative = Initiative.objects.get(group__title="De Fietskeuken")
    return {
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
        "bram": ["/mijn/", f"/signaal/{overdue.pk}/antwoord/"],
        "gerrit": ["/mijn/", *(row.get_absolute_url() for row in Report.objects.all())],
        "songul": [SetAside.objects.get().get_absolute_url()],
        "beheer": ["/beheer/", "/gemeente/GM9901/uitnodigen/"],
    }


def _look(page, address):
    """What is wrong with one page: axe, sideways scrolling, errors in the console."""
    answer = page.goto(address)
    if answer.status >= 500:
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
            wrong += _look(page, address)
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
