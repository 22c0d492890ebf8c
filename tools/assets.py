"""Copy the few files we use from node_modules to static/vendor/, one by one; there is no bundler.

Copying whole packages would make collectstatic take minutes. Without node_modules the site still
renders with its own stylesheet: then static/vendor/utrecht.css is left empty, and this says so.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NODE = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
COMPONENTS = (
    "blockquote",
    "breadcrumb-nav",
    "button",
    "button-group",
    "checkbox",
    "document",
    "form-field",
    "form-field-description",
    "form-fieldset",
    "form-label",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "link",
    "paragraph",
    "radio-button",
    "select",
    "skip-link",
    "table",
    "textarea",
    "textbox",
)
LETTERS = [
    f"source-serif-4-{part}-400-{style}.woff2"
    for part in ("latin", "latin-ext")
    for style in ("normal", "italic")
]


def component(name):
    """The stylesheet of one NL Design System component, without its source map."""
    path = NODE / "@utrecht" / f"{name}-css" / "dist" / "index.css"
    return re.sub(r"/\*# sourceMappingURL.*?\*/", "", path.read_text()).strip()


def main():
    VENDOR.mkdir(parents=True, exist_ok=True)
    if not (NODE / "@utrecht").exists():
        (VENDOR / "utrecht.css").touch()
        print(
            "node_modules is not there: the site shows its own stylesheet only, with the letters of the system."
        )
        return 0
    sheet = "/* NL Design System (Utrecht), EUPL-1.2: the components we use */\n"
    (VENDOR / "utrecht.css").write_text(sheet + "\n".join(map(component, COMPONENTS)))
    for letter in LETTERS:
        source = NODE / "@fontsource" / "source-serif-4" / "files" / letter
        (VENDOR / letter).write_bytes(source.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
