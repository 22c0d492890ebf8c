"""Opening a page changes nothing: a link in a mail is fetched by scanners, a page is opened ahead by a browser.

The pages of one's account are walked in `test_account_reading.py`.
"""

from communities.models import Notice
from config.website.pages.finding import FrontPage
from tests.house import walk


def written_by_reading(walked):
    """The tables that were written in by opening a page."""
    return {(at, table) for (_name, at), answer in walked.answers.items() for table in answer.written}


def test_no_page_writes_when_anybody_opens_it(passed):
    assert written_by_reading(passed.walked) == set()


def test_the_proof_fails_when_a_page_notes_who_opened_it(here, cast, monkeypatch):
    assert written_by_reading(walk.part_of_the_pass(here, ["host"], ["/"])) == set()
    open_page = FrontPage.get

    def noting(view, request, *args, **kwargs):
        Notice.objects.filter(person=request.user).update(kind="status")
        return open_page(view, request, *args, **kwargs)

    monkeypatch.setattr(FrontPage, "get", noting)
    part = walk.part_of_the_pass(here, ["host"], ["/"])
    assert written_by_reading(part) == {("/", "communities_notice")}
