"""Templates print what the view handed over, and look at nothing else (3-architecture.md, habit 8)."""

import pytest
from django import forms
from django.template import engines
from django.template.base import NodeList
from django.urls import reverse

from communities.models import Membership
from communities.rights.reader import Reach
from stories.models import Story
from tests.factories import stories
from tests.house import rendering, walk

QUOTED = {
    "stories.Story.language through stories.Quote.story",
    "stories.Story.pseudonym through stories.Quote.story",
}
GOES_ALONG = {
    "communities.User.display_name through trajectories.WarmIntroduction.companion",
    "communities.User.display_name through trajectories.WarmIntroduction.resident",
}
# The personal fields that a page reads through a relation which its view selected on purpose, and why.
READ_ON_PURPOSE = {
    # a host says yes or no to somebody who asked by name
    "communities/admission/pending.html": {
        "communities.User.display_name through communities.Membership.user"
    },
    # a sentence stands under live consent with the name and the language that its teller chose
    "pages/area.html": QUOTED,
    "pages/home.html": {*QUOTED, "stories.Story.community through stories.Quote.story"},
    "trajectories/pages/theme.html": QUOTED,
    "trajectories/signals/signal.html": QUOTED,
    # two stories side by side, each marked with its language
    "stories/responses/pair.html": {
        "stories.Story.language through stories.Pair.other",
        "stories.Story.language through stories.Pair.proposed",
    },
    # two people who go somewhere together know each other by name
    "trajectories/introductions/introduction.html": GOES_ALONG,
    "trajectories/introductions/introduction_sheet.html": GOES_ALONG,
}


def test_no_page_asks_the_database_while_it_is_drawn(passed):
    assert passed.looked.drawn > 100_000
    assert passed.looked.faults == set()


def test_no_form_offers_every_row_of_a_table(passed):
    """A form that belongs to a model offers them all, until a rule narrows each list."""
    assert passed.looked.offers == set()


def test_pages_read_personal_fields_through_a_relation_only_where_that_is_meant(passed):
    """It is equality: a page that no longer needs to goes off the list."""
    meant = {(page, read) for page, reads in READ_ON_PURPOSE.items() for read in reads}
    assert passed.looked.reads == meant


@pytest.fixture
def story(cast):
    """A story as a view hands it over: asked anew, without anything that hangs on it."""
    stories.told(cast.community, cast.resident, Reach.EVERYONE)
    return Story.objects.get()


def faults_of(source, **values):
    """The kinds of faults that drawing this piece makes, and what it read through a relation."""
    with rendering.watched() as looked:
        engines["django"].from_string(source).render(values)
    kinds = {fault.partition(" SELECT")[0] for _page, _piece, fault in looked.faults}
    return kinds, {read for _page, read in looked.reads}


def test_a_walk_to_somebodys_address_is_seen(story):
    """The proof fails when a template may walk on from what it was handed: nobody gave it an address."""
    kinds, reads = faults_of("{{ story.community.memberships.first.user.email }}", story=story)
    assert kinds == {"queries:", "walks into a table: communities.Membership by .first"}
    assert reads == {"communities.User.email through communities.Membership.user"}


def test_a_list_of_everything_that_was_ever_allowed_is_seen(story):
    assert faults_of("{{ story.consents.values }}", story=story) == (
        {"queries:", "walks into a table: stories.Consent by .values"},
        set(),
    )


def test_a_walk_is_seen_also_where_nothing_of_it_is_printed(story):
    """Django swallows whatever goes wrong inside a comparison; the fault is kept all the same."""
    source = "{% if story.consents.count > 3 %}many{% endif %}"
    assert faults_of(source, story=story)[0] == {"queries:", "walks into a table: stories.Consent by .count"}


def test_a_relation_that_the_view_did_not_select_is_seen(story):
    assert faults_of("{{ story.community.name }}", story=story)[0] == {"queries:"}
    selected = Story.objects.select_related("community").get()
    assert faults_of("{{ story.community.name }}", story=selected) == (set(), set())


def test_a_field_that_the_view_left_out_is_seen(story):
    left_out = Story.objects.defer("text").get()
    assert faults_of("{{ story.text }}", story=left_out)[0] == {"queries:"}


def test_a_personal_field_of_a_relation_is_seen_also_when_it_was_selected(cast):
    rows = Membership.objects.select_related("user").filter(user=cast.resident)
    source = "{% for row in rows %}{{ row.user.email }}{% endfor %}"
    assert faults_of(source, rows=rows) == (
        set(),
        {"communities.User.email through communities.Membership.user"},
    )


def test_a_choice_from_a_whole_table_is_seen(cast):
    """The proof fails when a list is let through because somebody may filter it later."""
    planted = forms.ModelChoiceField(Story.objects.all())
    narrowed = forms.ModelChoiceField(Story.objects.visible_to(cast.reader("visitor")))
    form = type("Planted", (forms.Form,), {"planted": planted, "narrowed": narrowed})()
    with rendering.watched() as looked:
        engines["django"].from_string("{{ form }}").render({"form": form})
    assert (looked.offers, looked.faults) == ({"offers every row of stories.Story"}, set())


def test_what_a_view_hands_over_may_be_lazy(cast):
    """Lists, and lists inside panels, are read as if the view had done so; their fields are its own."""
    rows = Membership.objects.filter(user=cast.resident)
    source = "{% for row in panel.rows %}{{ row.role }}{% endfor %}{{ rows.0.role }}{{ rows|length }}"
    assert faults_of(source, rows=rows, panel={"rows": rows.all()}) == (set(), set())


def test_a_fault_in_a_page_of_the_site_is_seen(here, monkeypatch):
    """The proof fails when only templates are looked at that a test wrote itself."""
    engine = engines["django"]
    piece = engine.get_template("stories/reading/teaser.html").template
    planted = engine.from_string("{{ story.community.memberships.first.user.email }}").template
    monkeypatch.setattr(piece, "nodelist", NodeList([*piece.nodelist, *planted.nodelist]))
    with rendering.watched() as looked:
        walk.part_of_the_pass(here, ["visitor"], [reverse("stories")])
    assert (
        "stories/reading/list.html",
        "communities.User.email through communities.Membership.user",
    ) in looked.reads
    walks = "walks into a table: communities.Membership by .first"
    assert ("stories/reading/list.html", "stories/reading/teaser.html", walks) in looked.faults
