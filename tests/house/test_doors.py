"""Pages enter the data through a rule: the first call after a manager says for whom (habit 1).

`tests/house/doors.py` reads the source of every module that is not declared to act on the whole.
"""

import gc

import pytest
from django.views.generic import DetailView
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.list import MultipleObjectMixin

from stories.models import Story
from tests.house import declared_doors, doors
from tests.house.test_architecture import ORDER, ROOT, SOURCES
from tests.house.test_no_intake import import_everything

PANEL, VIEW = "communities/places/panels.py", "stories/reading/views.py"


def _where(path):
    return str(path.relative_to(ROOT))


def test_every_module_comes_into_the_data_by_a_rule():
    assert [door for path in SOURCES for door in doors.bare_doors(path.read_text(), _where(path))] == []


def test_every_declared_door_is_still_needed_and_has_a_reason():
    used = {
        doors.declaration(_where(path), how)
        for path in SOURCES
        for _line, how in doors.doors(path.read_text(), _where(path))
    }
    assert set(declared_doors.DOORS) - used == set()
    reasons = [
        *declared_doors.DOORS.values(),
        *declared_doors.CLASSES_OF_MODULE.values(),
        *declared_doors.RETURNS.values(),
    ]
    assert all(len(reason.split()) > 2 for reason in reasons)


@pytest.mark.parametrize(
    "planted",
    [
        "Story.objects.all()",
        "Story.objects.order_by('pk')",
        "Story.objects.told()",
        "Story.objects.in_bulk([1])",
        "Story.objects.values_list('text')",
        "Story.objects.raw('SELECT 1')",
        "Story._base_manager.first()",
        "Story._default_manager.iterator()",
        "models.Story.objects.get(pk=1)",
        "list_of(Story.objects)",
        "rows = Story.objects",
        "getattr(Story, 'objects')",
        "getattr(Story.objects, name)()",
        "model.objects.filter(pk=1)",
        "StoryQuerySet(Story)",
        "get_object_or_404(Story, pk=1)",
        "get_list_or_404(Story)",
        "community.stories.all()",
        "community.stories.first()",
        "self.target.community.memberships.order_by('pk')",
        "list_of(community.stories)",
        "rows = story.consents",
        "lambda: story.consents.values()",
        "connection.cursor()",
    ],
)
@pytest.mark.parametrize(
    "where", [PANEL, VIEW, "config/website/mail/digest.py", "stories/telling/exports.py"]
)
def test_a_door_past_the_rules_is_seen(where, planted):
    """The proof fails when the checker knows forbidden verbs, or only some kinds of modules."""
    assert doors.bare_doors(f"def page(reader):\n    return 1\n\n\n{planted}\n", where) != []


@pytest.mark.parametrize(
    "rule",
    [
        "Story.objects.visible_to(reader).order_by('pk')",
        "Story.objects.as_seen_by(reader)",
        "Story.objects.waiting_for(reader)",
        "Community.objects.hosted_by(reader)",
        "Story.objects.none()",
        "Area.objects.order_by('code')",
        "community.stories.visible_to(reader)",
        "model._default_manager.editable_by(reader)",
        "get_object_or_404(Story.objects.visible_to(reader), pk=1)",
        "Category.choices",
    ],
)
def test_a_rule_is_let_through(rule):
    assert doors.bare_doors(rule, PANEL) == []


def test_a_property_of_a_model_is_no_rule():
    """Beside the models stand the rules; a property of a row is reached by every page that has the row."""
    source = "class {}(object):\n    def those(self):\n        return Story.objects.all()\n"
    assert doors.bare_doors(source.format("StoryQuerySet"), "stories/telling/models/story.py") == []
    assert len(doors.bare_doors(source.format("Story"), "stories/telling/models/story.py")) == 1


@pytest.mark.parametrize("kind", sorted(declared_doors.CLASSES_OF_MODULE))
def test_only_the_declared_kinds_of_modules_act_on_the_whole(kind):
    assert doors.bare_doors("Story.objects.all()", f"stories/telling/{kind}.py") == []
    assert len(doors.bare_doors("Story.objects.all()", f"stories/telling/{kind}s_of_a_page.py")) == 1


def test_deeds_hand_no_rows_to_a_page():
    """A deed acts on the whole; a page that asked it for rows would show what no rule let through."""
    found = {name for path in SOURCES for name in doors.handed_back(path.read_text(), _where(path))}
    assert found == set(declared_doors.RETURNS)


@pytest.mark.parametrize(
    "planted",
    [
        "return Story.objects.all()",
        "return Story.objects.filter(pk=1).select_related('teller')",
        "rows = Story.objects.order_by('pk')\n    return rows",
        "return community.stories.all() if community else None",
        "yield Story.objects.select_for_update()",
    ],
)
def test_rows_that_a_deed_hands_back_are_seen(planted):
    where = "stories/telling/actions/telling.py"
    assert doors.handed_back(f"def those():\n    {planted}\n", where) == {f"{where}: those"}
    assert doors.handed_back("def made():\n    return Story.objects.create()\n", where) == set()


def _below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def views_of_whole_tables():
    """Pages about a model that left it to Django to ask for the rows: it asks for all of them."""
    import_everything()
    bases = (SingleObjectMixin, MultipleObjectMixin)
    return [
        view.__qualname__
        for base in bases
        for view in _below(base)
        if view.__module__.split(".")[0] in ORDER
        and view.get_queryset.__module__.startswith("django.")
        and (view.model is not None or view.queryset is not None)
    ]


def test_no_page_leaves_it_to_django_which_rows_it_is_about():
    assert views_of_whole_tables() == []


def test_a_page_that_names_only_its_model_is_seen():
    """The proof fails when pages are only read for managers: Django finds the manager by itself."""
    planted = type("Planted", (DetailView,), {"model": Story, "__module__": "stories.reading.views"})
    assert views_of_whole_tables() == ["Planted"]
    del planted
    gc.collect()
