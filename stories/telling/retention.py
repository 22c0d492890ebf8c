"""How long rows are kept about stories, and how they are let go of."""

import os
from itertools import islice
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q

from communities.models import Community, RetentionLogEntry
from communities.retention.jobs import Job, cutoff
from communities.site.dates import today
from stories.telling.actions.media import FOLDER
from stories.telling.actions.telling import let_go_of
from stories.telling.models.kinds import StoryState
from stories.telling.models.media import StoryMedia
from stories.telling.models.story import Story

FILES = "files without a story"


def untouched_drafts(days):
    """Drafts, also those that would change a told story: the told one and its consent stand."""
    return Story.objects.filter(state=StoryState.DRAFT, changed_at__lte=cutoff(days))


JOBS = [
    Job("drafts", Story, "draft_days", untouched_drafts, let_go_of),
]


def _old_files():
    """Files in the stories' own folder, older than a day: what is being handed in now has no row yet.

    Nothing that is reached through a link, and nothing deeper down: only what the site put here itself.
    Storage that is no folder on this machine has no process that can die between commit and deleting here.
    A database without any community is one that was not put back yet: every file would seem left behind.
    """
    if not Community.objects.exists():
        return
    try:
        folder = Path(default_storage.path(FOLDER))
    except NotImplementedError:
        return
    if folder.is_symlink() or not folder.is_dir():
        return
    before = cutoff(1).timestamp()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_mtime <= before:
                yield f"{FOLDER}/{entry.name}"


def _batches(names):
    names = iter(names)
    while batch := list(islice(names, 500)):
        yield batch


def _without_a_row(names):
    rows = StoryMedia.objects.filter(Q(file__in=names) | Q(small__in=names))
    held = {name for pair in rows.values_list("file", "small") for name in pair}
    return [name for name in names if name not in held]


def files_left_behind():
    """How many files no row holds any more: a process died between the commit and deleting them."""
    return sum(len(_without_a_row(names)) for names in _batches(_old_files()))


def sweep_files():
    """Delete them; the ledger holds how many, and never a name."""
    done = 0
    for names in _batches(list(_old_files())):
        left = _without_a_row(names)
        for name in left:
            Path(default_storage.path(name)).unlink(missing_ok=True)
        done += len(left)
        _note(len(left))
    return done


@transaction.atomic
def _note(count):
    if count:
        line, _new = RetentionLogEntry.objects.get_or_create(job=FILES, on=today())
        RetentionLogEntry.objects.filter(pk=line.pk).update(count=F("count") + count)
