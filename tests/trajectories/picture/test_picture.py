"""The picture of a trajectory: honest, the same for everybody, and readable at any length."""

from datetime import date, timedelta

import pytest

from trajectories.picture.axis import Axis, columns
from trajectories.picture.data import MOVEMENTS, Bead, Lane, Money, PictureData
from trajectories.picture.draw import TABLET, WIDE, draw_phone, draw_wide
from trajectories.picture.words import describe, table_rows

TODAY = date(2026, 11, 24)


def data(days, beads=0, **more):
    start = TODAY - timedelta(days=days)
    step = max(1, days // max(1, beads))
    rows = tuple(
        Bead(start + timedelta(days=min(days, n * step)), (MOVEMENTS[n % 5], MOVEMENTS[(n + 2) % 5]))
        for n in range(beads)
    )
    return PictureData(uid="t", title="Ouders", start=start, today=TODAY, gatherings=rows, **more)


def renditions(picture):
    return draw_wide(picture, WIDE, "b"), draw_wide(picture, TABLET, "m"), draw_phone(picture)


@pytest.mark.parametrize("days", [0, 1, 30, 912, 4380])
@pytest.mark.parametrize("beads", [0, 1, 3])
def test_it_is_drawn_at_any_length_with_any_number_of_gatherings(days, beads):
    for svg in renditions(data(days, beads)):
        assert svg.startswith("<svg")
        assert "nan" not in svg


def test_twelve_years_with_everything_stay_under_sixty_kilobytes():
    people = tuple(Lane(f"kartrekker {n}", TODAY - timedelta(days=4000 - 60 * n)) for n in range(60))
    money = tuple(
        Money(f"fonds {n}", TODAY - timedelta(days=4380 - 365 * n), TODAY - timedelta(days=4080 - 365 * n))
        for n in range(12)
    )
    picture = data(4380, 400, people=people, funding=money)
    assert sum(len(svg.encode()) for svg in renditions(picture)) < 60_000
    assert len(table_rows(picture)) == 400 + 60 + 12


def test_equal_input_gives_an_equal_picture():
    assert renditions(data(912, 40)) == renditions(data(912, 40))


def test_a_name_cannot_break_the_picture():
    lane = Lane('<script>alert("x")</script>', TODAY - timedelta(days=300))
    for svg in renditions(data(400, 3, people=(lane,))):
        assert "<script>" not in svg


def test_the_words_tell_what_the_picture_shows():
    gap = Money("without", date(2025, 1, 1), date(2025, 7, 1), "gat")
    picture = data(1400, 20, funding=(gap,), councils=(date(2026, 3, 18),))
    assert "geen geld" in describe(picture)
    assert any("gemeenteraad" in what for _when, what in table_rows(picture))


def test_a_trajectory_has_no_end_cap_and_who_left_has_one():
    stays = Lane("Ans", TODAY - timedelta(days=300))
    left = Lane("Wim", TODAY - timedelta(days=300), TODAY - timedelta(days=100))
    assert draw_wide(data(400, 5, people=(stays,)), WIDE, "b").count("mens-eind") == 0
    assert draw_wide(data(400, 5, people=(left,)), WIDE, "b").count("mens-eind") == 1


def test_there_are_at_most_fourteen_columns_and_they_are_equal_in_every_rendition():
    for days in (20, 100, 912, 4380, 9000):
        wide = columns(Axis(data(days), 118, 1040))
        phone = columns(Axis(data(days), 112, 500))
        assert len(wide) == len(phone) <= 16


def test_a_resting_strand_is_not_drawn_through_its_rest():
    rest = (TODAY - timedelta(days=200), TODAY - timedelta(days=100))
    assert 'class="rust"' in draw_wide(data(700, 10, pauses=(rest,)), WIDE, "b")
    assert 'class="rust"' not in draw_wide(data(700, 10), WIDE, "b")
