"""Every text of the interface has its Dutch, and the compiled catalogues are up to date."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from babel.messages.pofile import read_po


def test_nothing_is_untranslated():
    tool = Path(__file__).resolve().parents[1] / "tools" / "messages.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_text_reads_the_same_in_every_catalogue():
    """The catalogues are laid over each other: two answers for one text means the last app wins."""
    root = Path(__file__).resolve().parents[1]
    dutch = defaultdict(set)
    for path in [*root.glob("locale/nl/LC_MESSAGES/*.po"), *root.glob("*/locale/nl/LC_MESSAGES/*.po")]:
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    dutch[message.context, message.id].add(str(message.string))
    assert {text: answers for text, answers in dutch.items() if len(answers) > 1} == {}
