"""The nightly command asks, counts and deletes, and doing it twice is doing it once."""

from django.core.management import call_command

from communities.models import Notice
from trajectories.models import HeardRound


def test_a_second_run_on_the_same_night_changes_nothing(cast):
    call_command("nightly", verbosity=0)
    notices, rounds = list(Notice.objects.values()), list(HeardRound.objects.values())
    assert notices and rounds
    call_command("nightly", verbosity=0)
    assert (list(Notice.objects.values()), list(HeardRound.objects.values())) == (notices, rounds)
