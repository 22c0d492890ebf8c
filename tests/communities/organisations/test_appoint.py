"""Whoever installs the site appoints the first administrator, and a slip makes nothing."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from communities.models import Appointment, Organisation, User


def appoint(*words):
    """What the command says."""
    said = StringIO()
    call_command("appoint", *words, stdout=said)
    return said.getvalue()


def test_the_first_administrator_is_appointed_once_however_often_it_is_asked(db):
    assert "appointed from" in appoint("Karin@Example.nl", "gm0363", "Gemeente  Amsterdam")
    assert "was appointed already" in appoint("karin@example.nl", "GM0363", "Gemeente Amsterdam")
    row = Appointment.objects.get()
    assert (row.user.email, row.municipality.code) == ("karin@example.nl", "GM0363")
    assert row.municipality.name == "Gemeente Amsterdam"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("karin", "GM0363", "Gemeente Amsterdam"), "is no mail address"),
        (("karin@example.nl", "0363", "Gemeente Amsterdam"), "GM and four digits"),
        (("karin@example.nl", "GM363", "Gemeente Amsterdam"), "GM and four digits"),
        (("karin@example.nl", "Gemeente Amsterdam", "GM0363"), "GM and four digits"),
        (("karin@example.nl", "GM0363", "  "), "is no name"),
        (("karin@example.nl", "GM0363", "0363"), "is no name"),
        (("karin@example.nl", "GM0363", "G" * 121), "at most 120 characters"),
    ],
)
def test_a_slip_is_said_in_one_sentence_and_makes_nothing(db, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        appoint(*words)
    assert not User.objects.exists()
    assert not Organisation.objects.exists()


def test_the_name_of_a_municipality_that_exists_is_corrected(db):
    appoint("karin@example.nl", "GM0363", "Gemeente Amsterdm")
    said = appoint("joris@example.nl", "GM0363", "Gemeente Amsterdam")
    assert "Gemeente Amsterdm is called Gemeente Amsterdam from now on." in said
    assert Organisation.objects.get().name == "Gemeente Amsterdam"
    assert Appointment.objects.count() == 2


def test_an_account_that_is_closed_administers_nothing(db):
    User.objects.create_user("karin@example.nl", is_active=False)
    with pytest.raises(CommandError, match="is closed"):
        appoint("karin@example.nl", "GM0363", "Gemeente Amsterdam")
    assert not Organisation.objects.exists()


def test_a_code_of_something_else_is_not_made_a_municipality(db):
    Organisation.objects.create(name="Stichting", kind="welfare", code="GM0363")
    with pytest.raises(CommandError, match="which is no municipality"):
        appoint("karin@example.nl", "GM0363", "Gemeente Amsterdam")
