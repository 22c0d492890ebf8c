"""Small building blocks that every app's pages share."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Panel:
    """What an app brings to a shared page (3-architecture.md): a template of that app and its values.

    `key` is the anchor on the page; an app returns None instead of a Panel when it has nothing to say.
    """

    key: str
    title: str
    template: str
    values: dict = field(default_factory=dict)
