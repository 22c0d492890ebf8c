"""Administrators read Dutch in the back office, down to the last field."""

import re
from html import unescape

from django.contrib import admin
from django.utils.translation import gettext, override

from tests.factories import communities

SAME = {"code", "sha256", "id"}


def test_every_field_of_the_back_office_has_a_dutch_name_and_dutch_help():
    english = []
    for model in admin.site._registry:
        for field in model._meta.fields + model._meta.many_to_many:
            with override("nl"):
                name, helped = str(field.verbose_name), str(field.help_text)
            if name == field.name.replace("_", " ") and name not in SAME and not field.primary_key:
                english.append(f"{model.__name__}.{field.name}")
            with override("en"):
                if helped and helped == str(field.help_text):
                    english.append(f"{model.__name__}.{field.name}: {helped}")
    # The password of Django's own user model is never shown and never set.
    assert [name for name in english if name not in {"User.password"}] == []


def test_words_of_django_that_its_own_dutch_lacks_are_ours():
    with override("nl"):
        for word in ("Model name", "Add link", "Change or view list link"):
            assert gettext(word) != word


def test_an_administrator_reads_no_english_above_a_list_or_beside_a_field(cast, browse):
    client = browse("administrator")
    office = communities.OfficeFactory(organisation=cast.community.municipality)
    pages = [
        "/beheer/",
        "/beheer/communities/posting/",
        "/beheer/communities/appointment/",
        "/beheer/communities/user/",
    ]
    pages += ["/beheer/communities/area/", f"/beheer/communities/office/{office.pk}/change/"]
    for address in pages:
        page = unescape(client.get(address).content.decode())
        words = re.findall(r"(?:<th[^>]*>|<label[^>]*>|class=\"text\">)(?:<[^>]+>)*\s*([^<]+?)\s*<", page)
        english = {"User", "Since", "Until", "Office", "Municipality", "Is active", "Year", "Level", "Name"}
        assert not {word.rstrip(":") for word in words} & (english | {"Model name", "Add link"}), address
