"""No field that can hold words is forgotten by the canaries, and each canary knows whose it is."""

from django.db import models
from django.test.utils import isolate_apps

from config.website.my_data.own_data import own_rows, register
from tests.house.canary import plant
from tests.house.planted import declared, fields_with_words, our_models, tokens_by_field


def forgotten(planted, models_):
    """The fields of these models that hold no canary and are not declared as holding no words."""
    return fields_with_words(models_) - planted - declared()


def planted_fields():
    """(label, name) of every field in which a canary stands."""
    return {(model._meta.label, name) for model, name in tokens_by_field()}


def test_a_canary_stands_in_every_field_that_can_hold_words(cast):
    """The proof fails when a text field is added to a model and nobody plants it."""
    plant(cast)
    assert forgotten(planted_fields(), our_models()) == set()


def test_a_field_that_holds_no_words_exists_and_holds_none(cast):
    """A reason for a field that is gone, or that is planted after all, goes too."""
    plant(cast)
    assert declared() - fields_with_words(our_models()) == set()
    assert declared() & planted_fields() == set()


@isolate_apps()
def test_the_proof_fails_when_a_model_gets_a_subtitle(cast):
    plant(cast)

    class Subtitled(models.Model):
        subtitle = models.CharField(max_length=120)
        kind = models.CharField(max_length=4, choices=[("a", "A")])

        class Meta:
            app_label = "nowhere"

        def __str__(self):
            return self.subtitle

    assert forgotten(planted_fields(), [Subtitled]) == {("nowhere.Subtitled", "subtitle")}


def of_nobody(cast, canaries, tokens_in):
    """Tokens in a personal field of somebody's own row that do not say they are that person's."""
    rows = register()
    for (model, name), found in tokens_in.items():
        row = rows[model._meta.label]
        personal = {*row.get("personal", ()), *row.get("sensitive", ())} - {*row.get("theirs", ())}
        if name not in personal or "mine" not in row:
            continue
        for who, person in cast.people.items():
            for key in own_rows(model, row["mine"], person).values_list("pk", flat=True):
                yield from (token for token in found.get(key, ()) if not _answered_for(canaries[token], who))


def _answered_for(canary, name):
    return canary.is_of(name) or bool(canary.stays_because)


def test_what_stands_in_somebody_s_own_row_is_known_to_be_theirs(cast):
    """What the register calls theirs and the canaries call nobody's would be left after erasure unseen.

    The proof fails when an owner is left out where a token is planted (`GroupMember.expertise` had none).
    """
    canaries = plant(cast)
    assert sorted(set(of_nobody(cast, canaries, tokens_by_field()))) == []
