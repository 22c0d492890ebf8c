"""The pieces every page is made of: what a browser, a screen reader and a forger find in them."""

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.urls import NoReverseMatch


def drawn(source, **values):
    """A template as a page draws it, with a request."""
    page = Template("{% load pages %}" + source)
    return page.render(RequestContext(RequestFactory().get("/"), values))


def test_a_part_is_announced_by_its_own_heading_and_can_be_pointed_at():
    page = drawn('{% section "wie" words %}<p>hier</p>{% endsection %}', words="Wie & wat")
    assert '<section class="samenspel-deel" id="wie" aria-labelledby="wie-kop">' in page
    assert '<h2 class="utrecht-heading-2" id="wie-kop">Wie &amp; wat</h2>' in page
    assert page.endswith("<p>hier</p></div></section>")


def test_what_a_part_says_under_its_heading_is_not_trusted():
    page = drawn('{% section "wie" "Wie" lead=words %}{% endsection %}', words="<b>")
    assert '<p class="samenspel-bij">&lt;b&gt;</p>' in page


def test_a_deed_is_a_form_with_one_button_and_never_a_link():
    page = drawn('{% deed "home" primary=True %} Doe het {% enddeed %}')
    assert page.startswith('<form method="post" action="/"><input type="hidden" name="csrfmiddlewaretoken"')
    assert page.endswith(
        '<button class="utrecht-button utrecht-button--primary-action">Doe het</button></form>'
    )


def test_a_deed_carries_the_token_in_a_piece_that_sees_nothing_of_the_page():
    """`include … only` hides the page's own token: without one of its own a button in a piece would be refused."""
    source = '{% include "stories/reading/without_listener.html" with story=story only %}'
    page = drawn(source, story={"uuid": "00000000-0000-0000-0000-000000000000"})
    assert 'name="csrfmiddlewaretoken" value="' in page


def test_a_deed_outside_a_page_says_so_instead_of_drawing_a_button_that_is_refused():
    with pytest.raises(AttributeError):
        Template('{% load pages %}{% deed "home" %}Doe het{% enddeed %}').render(Context())


def test_what_was_seen_goes_along_with_a_deed_and_is_not_trusted():
    page = drawn('{% deed "home" seen=words %}Ja{% enddeed %}', words='"><b>')
    assert '<input type="hidden" name="seen" value="&quot;&gt;&lt;b&gt;">' in page


def test_a_door_says_where_it_leads_and_its_words_are_not_trusted():
    page = drawn('{% door "home" %}{{ words }}{% enddoor %}', words="<i>")
    assert page == '<a class="utrecht-link samenspel-door" href="/">&lt;i&gt;</a>'
    with pytest.raises(NoReverseMatch):
        drawn('{% door "nergens" %}x{% enddoor %}')
