from django.db import migrations

KINDS = {
    "gemeenschap": "community",
    "plek": "place",
    "traject": "trajectory",
    "bijeenkomst": "gathering",
    "oogst": "harvest",
    "signaal": "signal",
    "antwoord": "answer",
    "initiatief": "initiative",
    "steunvraag": "support_request",
    "verhaal": "story",
    "stem": "voice",
    "herkenning": "recognition",
    "waarneming": "observation",
    "bundel": "named_theme",
    "sessie": "reading_session",
    "verslag": "story_report",
    "ronde": "change_round",
    "les": "story_lesson",
    "duiding": "figure_reading",
}


def rename(apps, words):
    """Give every report and set-aside the other word for its kind."""
    for name in ("Report", "SetAside"):
        rows = apps.get_model("communities", name).objects.all()
        for before, after in words.items():
            rows.filter(kind=before).update(kind=after)


def to_english(apps, _editor):
    rename(apps, KINDS)


def to_dutch(apps, _editor):
    rename(apps, {after: before for before, after in KINDS.items()})


class Migration(migrations.Migration):
    dependencies = [("communities", "0010_names_that_say_what_it_is")]

    operations = [migrations.RunPython(to_english, to_dutch)]
