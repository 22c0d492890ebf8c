"""Files of stories that a broken process left behind go after a day, and nothing else ever goes."""

import os
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from communities.models import RetentionLogEntry
from config.website.nightly.retention_run import planned, retain
from stories.models import StoryMedia
from stories.telling.actions import media, telling
from stories.telling.retention import FILES, files_left_behind
from tests.stories.telling.test_media import noise, photo


@pytest.fixture
def folder(settings, tmp_path):
    """Where the site keeps files of stories, on a real disk."""
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, "default": files}
    (settings.MEDIA_ROOT / "verhaal").mkdir(parents=True)
    return settings.MEDIA_ROOT / "verhaal"


def left_behind(folder, name, days):
    """A file of this many days old, which no row holds."""
    path = folder / name
    path.write_text("Kanarie")
    return _aged(path, days)


def _aged(path, days):
    then = timezone.now().timestamp() - days * 86400
    os.utime(path, (then, then), follow_symlinks=False)
    return path


@pytest.fixture
def a_story(cast):
    """Somebody wrote something: the database is there."""
    return telling.start_draft(by=cast.resident, community=cast.community)


@pytest.fixture
def held(cast, folder):
    """A sound and a picture in two sizes that belong to a story, all of them old."""
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    media.add_picture(by=cast.resident, story=draft, content=photo())
    media.add_sound(by=cast.resident, story=draft, content=noise(1))
    paths = sorted(folder.iterdir())
    assert len(paths) == 3
    return [_aged(path, 400) for path in paths]


def test_what_a_broken_process_left_behind_goes_and_what_belongs_to_a_story_stays(held, folder):
    left = left_behind(folder, "left.jpg", days=2)
    dry = StringIO()
    call_command("retain", dry_run=True, stdout=dry)
    assert f"        1  {FILES}" in dry.getvalue()
    assert left.exists()
    assert retain()[FILES] == 1
    assert sorted(folder.iterdir()) == held
    assert (planned()[FILES], retain()[FILES]) == (0, 0)


def test_a_process_that_dies_after_the_commit_is_cleaned_up_after(cast, held, folder):
    # The rows are gone; what should have happened after the commit never did.
    StoryMedia.objects.all().delete()
    assert retain()[FILES] == 3
    assert list(folder.iterdir()) == []


def test_a_file_that_is_being_handed_in_now_stays(a_story, folder):
    fresh = left_behind(folder, "fresh.jpg", days=0.9)
    assert (planned()[FILES], retain()[FILES]) == (0, 0)
    assert fresh.exists()


def test_nothing_outside_the_folder_of_stories_goes_and_no_link_is_followed(a_story, folder, tmp_path):
    beside = left_behind(folder.parent, "beside.jpg", days=9)
    (folder / "deeper").mkdir()
    (tmp_path / "far").mkdir()
    kept = [
        beside,
        left_behind(folder / "deeper", "a.jpg", days=9),
        left_behind(tmp_path / "far", "b.jpg", days=9),
    ]
    links = [folder / "link.jpg", folder / "linked"]
    links[0].symlink_to(kept[2])
    links[1].symlink_to(tmp_path / "far")
    for link in links:
        _aged(link, 9)
    assert (planned()[FILES], retain()[FILES]) == (0, 0)
    assert all(path.exists() for path in [*kept, *links])


def test_a_folder_that_is_a_link_itself_is_left_alone(a_story, folder, tmp_path):
    folder.rmdir()
    (tmp_path / "far").mkdir()
    folder.symlink_to(tmp_path / "far")
    far = left_behind(tmp_path / "far", "a.jpg", days=9)
    assert retain()[FILES] == 0
    assert far.exists()


def test_the_ledger_holds_how_many_and_never_a_name(a_story, folder):
    for number in range(3):
        left_behind(folder, f"kanarie{number}.jpg", days=2)
    retain()
    left_behind(folder, "kanarie3.jpg", days=2)
    retain()
    (line,) = RetentionLogEntry.objects.filter(job=FILES)
    assert line.count == 4
    assert "kanarie" not in str(vars(line))


def test_without_a_folder_on_this_machine_there_is_nothing_to_sweep(db):
    assert (planned()[FILES], retain()[FILES]) == (0, 0)


def test_a_thousand_files_are_looked_up_in_a_few_questions(a_story, folder, django_assert_num_queries):
    for number in range(1001):
        left_behind(folder, f"{number}.jpg", days=2)
    with django_assert_num_queries(4):
        assert files_left_behind() == 1001


def test_a_database_that_was_not_put_back_yet_lets_go_of_nothing(db, folder):
    left = left_behind(folder, "left.jpg", days=2)
    assert (files_left_behind(), retain()[FILES]) == (0, 0)
    assert left.exists()
