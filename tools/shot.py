"""Take a picture of a page: tools/shot.py URL OUT.png WIDTH [MAIL-ADDRESS OF AN EXAMPLE PERSON]."""

import shutil
import sys
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main(url, out, width, email=None):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": int(width), "height": 900}, locale="nl-NL")
        page.on("console", lambda message: message.type == "error" and print("console:", message.text))
        if email:
            parts = urlsplit(url)
            page.goto(f"{parts.scheme}://{parts.netloc}/voorbeeld/")
            page.click(f'button[value="{email}"]')
        answer = page.goto(url)
        page.screenshot(path=out, full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        print(answer.status, out, f"{wide} px too wide" if wide > 0 else "")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
