"""The scene the access table plays in: the cast, plus one of everything with an address."""

from dataclasses import dataclass


@dataclass
class Scene:
    """Filled by `build`; apps add their objects as attributes in their own `scene_<app>` function."""

    cast: object

    @property
    def community(self):
        return self.cast.community

    def __setattr__(self, name, value):
        """A name stands for one thing: an app that takes another's would test its neighbour's row."""
        if name in vars(self):
            raise AttributeError(f"the scene has a {name} already")
        super().__setattr__(name, value)


def build(cast, builders):
    """Let every app add its objects to the scene."""
    scene = Scene(cast=cast)
    for add in builders:
        add(scene)
    return scene
