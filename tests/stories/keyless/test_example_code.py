"""Who looks around in the example town can be somebody without an account."""

import re

from django.core.management import call_command

from communities.models import User
from communities.rights.reader import Reader
from config.example.people import DOMAIN
from stories.models import Quote, Story, StoryKey
from tests.house.test_forgetting import whole_database


def test_a_made_up_code_opens_one_story_and_another_waits(db, client, settings):
    call_command("plant_example", verbosity=0)
    before = StoryKey.objects.count()
    call_command("plant_example", verbosity=0)
    assert StoryKey.objects.count() == before == 2
    page = client.get("/voorbeeld/").content.decode()
    code = re.search(r"samenspel-code--lang\">([a-z0-9 ]+)<", page)[1]
    assert code.replace(" ", "") not in whole_database()
    address = client.post("/mijn-verhaal/", {"code": code})["Location"]
    assert "Latarka" in client.get(address).content.decode()
    host = Reader(user=User.objects.get(email=f"naima{DOMAIN}"))
    waiting = Story.objects.waiting_for(host).get()
    assert (waiting.language, Quote.objects.get(story=waiting).translation[:6]) == ("es", "Daarna")
    client.post(f"{address}wissen/")
    assert "samenspel-code--lang" not in client.get("/voorbeeld/").content.decode()
    settings.EXAMPLE = False
    assert client.get("/voorbeeld/").status_code == 404
