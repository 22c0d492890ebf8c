"""A harvest or a theme for everyone says nothing of a gathering for few: each row keeps its own reach."""

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from trajectories.models import Gathering, Harvest, Theme, Trajectory

QUESTION = "Who is afraid at home?"


@pytest.fixture
def pages(cast):
    """Where the harvest and the theme are read; their gathering is for the group alone."""
    here = {"community": cast.community, "group": cast.group}
    trajectory = Trajectory.objects.create(group=cast.group)
    gathering = Gathering.objects.create(
        **here, reach=1, starts_at=timezone.now(), start_question=QUESTION, title="Inside"
    )
    harvest = Harvest.objects.create(
        **here, gathering=gathering, reach=4, told="We laughed.", approved_on=timezone.localdate()
    )
    theme = Theme.objects.create(**here, harvest=harvest, words="The street is dark.")
    return [trajectory.get_absolute_url(), f"/thema/{theme.pk}/", f"/klopt-niet/oogst/{harvest.pk}/"]


def read(browse, name, pages):
    """What stands on these pages for somebody."""
    client = browse(name)
    return "".join(client.get(page).content.decode() for page in pages)


def test_who_reads_a_harvest_does_not_read_the_question_of_a_gathering_for_few(browse, pages):
    """The proof fails when a page takes what a row hangs on without asking who reads."""
    seen = read(browse, "visitor", pages)
    assert "We laughed." in seen
    assert "The street is dark." in seen
    assert QUESTION not in seen
    assert "/bijeenkomst/" not in seen
    assert QUESTION in read(browse, "participant", pages)


def test_the_proof_fails_when_everybody_counts_as_a_reader_of_the_gathering(browse, pages, monkeypatch):
    rule = type(Gathering.objects.all())
    monkeypatch.setattr(rule, "visible_to", lambda rows, reader: QuerySet.all(rows))
    assert QUESTION in read(browse, "visitor", pages)
