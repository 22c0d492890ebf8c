"""The recipe of README makes a server that works, and what it copies keeps nobody's address."""

import http.client
import re
import ssl
from contextlib import closing

import pytest
from django.db import connection

from communities.retention.heartbeat import LONGEST_SILENCE
from tests.config.recipe import readme
from tests.config.recipe.proxy import NGINX, proxy
from tests.config.recipe.server import ADMINISTRATOR, FETCHES, free_port, walked

needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not here (Debian: apt-get install nginx)")


@pytest.fixture(scope="module")
def server(tmp_path_factory, django_db_setup):
    """Made once: it takes half a minute."""
    if connection.vendor != "postgresql":
        pytest.skip("the recipe of README is walked where the tests run on PostgreSQL (.ci/run)")
    with walked(tmp_path_factory.mktemp("server")) as made:
        yield made


def through_the_proxy(folder, port, path):
    """The status that a browser gets."""
    trusting = ssl.create_default_context(cafile=folder / "fullchain.pem")
    link = http.client.HTTPSConnection("localhost", port, context=trusting, timeout=20)
    with closing(link):
        link.request("GET", path)
        with link.getresponse() as answer:
            return answer.status


def written_by_the_proxy(folder):
    """Everything that nginx wrote into a log."""
    return "".join(path.read_text() for path in folder.glob("*.log"))


def test_a_resident_finds_the_front_page_with_its_look(server):
    page = server.get("/")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    assert len(sheets) == 2
    for sheet in sheets:
        assert re.search(r"\.[0-9a-f]{12}\.css$", sheet), "collected, with its fingerprint"
        assert server.get(sheet)
    assert "Functionaris gegevensbescherming" in server.get("/privacy/")


@needs_nginx
def test_the_doctor_has_nothing_to_mend_and_the_first_administrator_gets_the_test_mail(server):
    *_lines, line = readme.commands(of="user of the site")
    said = server.run(line).stdout
    assert said.splitlines()[-1] == "All is well."
    assert "to mend" not in said
    assert [mail["To"] for mail in server.mails if "proefmail" in mail["Subject"]] == [ADMINISTRATOR]
    assert f"https://localhost:{server.ports['https']}/privacy/" in server.mails[-1].get_content()


def test_the_doctor_says_what_was_forgotten(server):
    file = server.folder / ".env"
    before = file.read_text()
    file.write_text(
        before.replace("CONTROLLER=Gemeente Lingerveen", "CONTROLLER=").replace("smtp:", "consolemail:")
    )
    try:
        said = server.run(".venv/bin/python manage.py doctor --wait 1", expect=1)
    finally:
        file.write_text(before)
    assert "CONTROLLER is not set" in said.stdout
    assert "Traceback" not in said.stderr


def test_every_job_with_a_timer_ran(server):
    jobs = re.search(r'"jobs": (\{.*?\})', server.get("/healthz"))[1]
    assert jobs.count("on time") == len(LONGEST_SILENCE)


@needs_nginx
def test_the_proxy_writes_no_address_down_not_even_when_it_refuses(server):
    folder, port = server.folder.parent, server.ports["https"]
    asked = ["/privacy/", "/b/kanarie/", "/static/kanarie", "/" + "kanarie" * 4000]
    assert [through_the_proxy(folder, port, path) for path in asked] == [200, 404, 404, 414]
    assert "kanarie" not in written_by_the_proxy(folder)


@needs_nginx
@pytest.mark.parametrize("kept", [False, True])
def test_while_the_site_is_down_no_address_is_written_unless_the_example_is_changed(tmp_path, kept):
    """The proof: without its two lines the same proxy writes the code down twice."""
    example = (readme.DEPLOY / "nginx.conf").read_text().replace("samenspel.example.nl", "localhost")
    if kept:
        example = re.sub(r"(access_log|error_log) .*;", "", example)
    ports = {name: free_port() for name in ("web", "http", "https")}
    with proxy(example, tmp_path, ports):
        assert through_the_proxy(tmp_path, ports["https"], "/b/kanarie/") == 502
    written = written_by_the_proxy(tmp_path)
    assert written.count("GET /b/kanarie/") == (2 if kept else 0)
    assert ("127.0.0.1" in written) == kept


def test_every_server_of_the_proxy_keeps_no_log_of_addresses():
    text = (readme.DEPLOY / "nginx.conf").read_text()
    servers = re.split(r"^server \{$", text, flags=re.M)[1:]
    assert len(servers) == 2
    for one in servers:
        assert re.findall(r"^\s*access_log (.*);", one, re.M) == ["off"]
        assert re.findall(r"^\s*error_log \S+ (.*);", one, re.M) == ["emerg"]


def test_every_file_that_the_recipe_copies_is_there_and_every_setting_can_be_filled_in():
    lines = [line for _before, found in readme.blocks() for line in found]
    named = {
        path for line in lines for path in re.findall(r"(?:deploy|tools|requirements)/[\w/.-]*[\w]", line)
    }
    assert len(named) > 6
    assert [path for path in sorted(named) if not (readme.ROOT / path).exists()] == []
    kept = re.findall(r"^([A-Z_]+)=", (readme.DEPLOY / "env.example").read_text(), re.M)
    assert sorted(set(readme.settings_in_the_table()) - set(kept)) == ["PAGE_QUERY_SECONDS", "SMALL_NUMBER"]
    assert len([line for line in lines if FETCHES.search(line)]) == 4


def test_every_job_that_is_watched_has_a_timer_that_the_recipe_switches_on():
    (line,) = [line for line in readme.commands(of="root") if ".timer" in line]
    assert sorted(re.search(r"\{(.*?)\}", line)[1].split(",")) == readme.timers()
    called = {"retention": "retain", "letters": "send_letters", "nightly": "nightly"}
    assert {called[job] for job in LONGEST_SILENCE} <= set(readme.timers())


def test_no_stylesheet_of_ours_names_a_file_that_must_be_fetched():
    """Or collectstatic stops where the packages could not be fetched."""
    for sheet in (readme.ROOT / "static").glob("*.css"):
        named = re.findall(r"url\([\"']?(?!data:)([^)\"']+)", sheet.read_text())
        assert [name for name in named if name.startswith("vendor/")] == []
