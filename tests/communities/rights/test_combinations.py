"""Who is two things at once has the rights of each and of no third: an official who is host, an administrator elsewhere."""

from communities.models import Community, User
from tests.conftest import combine
from tests.factories import communities

WAITING = "/gemeenschap/lindenhof/wie-wil-meedoen/"


def test_an_official_who_is_host_where_they_live_lets_nobody_in_while_they_work_for_the_municipality(
    cast, browse
):
    """The proof fails when being host is asked without asking for a post: they met who waits, by name."""
    person = combine(cast).official_who_hosts
    assert browse("host").get(WAITING).status_code == 200
    assert browse("official_who_hosts").get(WAITING).status_code == 404
    assert not Community.objects.hosted_by(cast.reader("official_who_hosts")).exists()
    for people in (User.objects.hosts_of(cast.community), User.objects.handling(cast.community)):
        assert cast.host in people
        assert person not in people


def test_whoever_leaves_the_municipality_is_host_again(cast):
    combine(cast).official_who_hosts.postings.update(until=communities.days_ago(1))
    assert Community.objects.hosted_by(cast.reader("official_who_hosts")).get() == cast.community
    assert cast.official_who_hosts in User.objects.hosts_of(cast.community)


def test_a_host_of_two_communities_hosts_both_and_reads_the_groups_of_others_in_neither(cast):
    reader = combine(cast).reader("host_of_two")
    assert set(Community.objects.hosted_by(reader)) == {cast.community, cast.elsewhere}
    assert cast.group not in type(cast.group).objects.joined_by(reader)


def test_an_administrator_meets_no_administrator_of_another_municipality_in_the_back_office(cast, browse):
    """The proof fails when somebody with an appointment elsewhere counts as belonging nowhere yet."""
    combine(cast)
    page = browse("administrator_elsewhere").get("/beheer/communities/user/").content.decode()
    assert "stranger@mail.example" in page
    assert cast.administrator.email not in page
