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
# The voice letter, in the parts that its makers cut it into: a browser fetches only what a page needs.
RANGES = {
    "latin": (
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, "
        "U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, "
        "U+FEFF, U+FFFD"
    ),
    "latin-ext": (
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, "
        "U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0"
    ),
}
LETTERS = {
    f"source-serif-4-{part}-400-{style}.woff2": (style, letters)
    for part, letters in RANGES.items()
    for style in ("normal", "italic")
}
FACE = (
    '@font-face {{ font-family: "Source Serif 4"; font-style: {style}; font-weight: 400; font-display: swap; '
    'src: url("{file}") format("woff2"); unicode-range: {letters}; }}'
)


def component(name):
    """The stylesheet of one NL Design System component, without its source map."""
    path = NODE / "@utrecht" / f"{name}-css" / "dist" / "index.css"
    return re.sub(r"/\*# sourceMappingURL.*?\*/", "", path.read_text()).strip()


def face(file):
    """The rule that makes a letter known; it stands beside the file, so that neither is there without the other."""
    style, letters = LETTERS[file]
    return FACE.format(style=style, file=file, letters=letters)


def main():
    VENDOR.mkdir(parents=True, exist_ok=True)
    if not (NODE / "@utrecht").exists():
        (VENDOR / "utrecht.css").touch()
        print(
            "node_modules is not there: the site shows its own stylesheet only, with the letters of the system."
        )
        return 0
    sheet = "/* NL Design System (Utrecht), EUPL-1.2: the components we use */\n"
    (VENDOR / "utrecht.css").write_text(
        sheet + "\n".join([*map(component, COMPONENTS), *map(face, LETTERS), ""])
    )
    for letter in LETTERS:
        source = NODE / "@fontsource" / "source-serif-4" / "files" / letter
        (VENDOR / letter).write_bytes(source.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
