"""A visitor who tells without an account."""

import re

import pytest

from stories.models import Story


@pytest.fixture
def begun(cast, client):
    """A visitor who begins in their own browser, with the code on the screen."""
    page = client.post(f"/vertellen/zonder-account/{cast.community.slug}/").content.decode()
    code = "".join(re.search(r"samenspel-code--lang\">([a-z0-9 ]+)<", page)[1].split())
    return Story.objects.get(), code
