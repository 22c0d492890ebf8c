"""Every text of the interface has its Dutch, and the compiled catalogues are up to date."""

import subprocess
import sys
from pathlib import Path


def test_nothing_is_untranslated():
    tool = Path(__file__).resolve().parents[1] / "tools" / "messages.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
