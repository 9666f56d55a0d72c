"""Debian's Chromium, driven by Playwright, on a server with a new data folder. Every page that a test opens is watched: an entry in the
console, a request to anywhere else, a refused policy, an answer of 500 or an icon that is not in the sprite fails the test."""
import pathlib
import re
import shutil
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Program"))
import program
import visitor

PICTURES = program.ROOT / ".build" / "pictures"
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = program.Server(tmp_path_factory.mktemp("browser") / "data")
    yield running
    running.stop()
    (PICTURES / "server.log").write_text(running.output)


@pytest.fixture(scope="session")
def chromium():
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield started
        started.close()


class Watched:
    """A page with everything that went wrong on it."""

    def __init__(self, context, address):
        self.page, self.address, self.problems = context.new_page(), address, []
        self.page.set_default_timeout(15_000)
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.problems.append(f"console: {m.text} ({m.location.get('url')})"))
        self.page.on("pageerror", lambda e: self.problems.append(f"script: {e}"))
        self.page.on("request", self._request)
        self.page.on("response", lambda r: r.status >= 500 and self.problems.append(f"{r.status}: {r.url}"))

    def _request(self, request):
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.problems.append(f"outside: {request.url}")

    def open(self, path):
        answer = self.page.goto(path if path.startswith("http") else self.address + path)
        self.page.wait_for_load_state("networkidle")
        return answer

    def picture(self, name, full=False):
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=full)

    def accessible(self):
        """Serious findings of axe-core, WCAG 2.2 A and AA."""
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]
        return [(v["id"], v["impact"], [node["html"][:140] for node in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")]

    def missing_icons(self):
        """Icons that the page names and the sprite does not have."""
        sprite = (program.ROOT / ".assets" / "icons" / "sprite.svg").read_text()
        names = self.page.eval_on_selector_all("use", "uses => uses.map(use => use.getAttribute('href') || '')")
        return [name for name in names if f'id="{name.rsplit("#", 1)[-1]}"' not in sprite]

    def sideways(self):
        """How many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def watch(chromium, server, request):
    """Makes watched pages; all of them must be clean at the end, but for what `expected` in the test says."""
    made = []

    def make(viewport=DESKTOP, state=None, on=server, **settings):
        context = chromium.new_context(viewport=viewport, storage_state=state, **{"reduced_motion": "reduce", "locale": "zh-CN", **settings})
        made.append((context, Watched(context, on.address)))
        return made[-1][1]

    make.expected = []
    yield make
    for number, (context, watched) in enumerate(made):
        if request.node.stash.get(FAILED, False):
            watched.picture(f"failed-{re.sub(r'[^a-z0-9]+', '-', request.node.name.lower())}-{number}", full=True)
            (PICTURES / f"failed-{number}.html").write_text(watched.page.content())
        problems = [each for each in watched.problems if not any(re.search(known, each) for known in make.expected)]
        context.close()
        assert problems == []


FAILED = pytest.StashKey()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.when == "call":
        item.stash[FAILED] = report.failed


@pytest.fixture(scope="session")
def administrator(chromium, server):
    """The cookies of the administrator, made through the one-time link."""
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN")
    visitor.set_up(Watched(context, server.address), server.set_up_link())
    state = context.storage_state()
    context.close()
    return state
