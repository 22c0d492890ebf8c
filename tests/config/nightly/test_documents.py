"""What a privacy officer reads is what the code does."""

from pathlib import Path

from config.website.management.commands.retention_table import table
from config.website.my_data.own_data import register
from config.website.nightly.retention_run import jobs
from config.website.pages.privacy import how_long

DOCS = Path(__file__).resolve().parents[3] / "docs" / "privacy"


def test_the_table_of_terms_is_up_to_date():
    assert (DOCS / "bewaartermijnen.md").read_text() == table()


def test_every_term_in_the_register_is_carried_out_and_every_job_has_one():
    terms = {(label, name) for label, row in register().items() for name in row if name.endswith("_days")} - {
        ("communities.User", "first_mail_days"),
        ("communities.User", "last_mail_days"),
    }
    # A session carries its own last moment.
    assert {(job.model._meta.label, job.term) for job in jobs()} - {
        ("sessions.Session", "keep_days")
    } == terms


def test_the_page_about_my_data_names_every_term(client, db):
    page = client.get("/privacy/").content.decode()
    assert [words for _what, words, _erased in how_long() if words not in page] == []
