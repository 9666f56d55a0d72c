"""How smoothly the Gantt moves with TASKS tasks (WF-02): `python3 bench/Gantt/gantt.py [TASKS]`.

Starts the program that YUNCHOU_PROGRAM names on an empty folder, makes one plan with so many linked tasks through the API, opens the
Gantt in Chromium at 1440 x 900 and measures the intervals between animation frames while a bar is dragged and while the chart is
scrolled. Prints frames a second (1000 / median interval), the slowest of 95 % of the frames, how long the data take to come, and how
many rows are drawn. Exit code 1 when dragging stays under 50 frames a second.
"""
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / "Program"), str(ROOT / "Tests" / "Browser")]
import program  # noqa: E402
import visitor  # noqa: E402

MAKE = """async ([count]) => {
  const token = document.querySelector('meta[name="form-token"]').content;
  const post = async (type, values) => {
    const answer = await fetch('/api/v1/records/' + type, {method: 'POST', headers: {'X-Form-Token': token, 'content-type': 'application/json'},
      body: JSON.stringify({values})});
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()).number;
  };
  await post('work_plan', {title: '两千个任务', starts_on: '2027-01-04'});
  for (let i = 1; i <= count; i++) {
    const values = {title: `任务 ${i}`, plan: 'WP-1', owner: '%s', days: String(1 + i %% 7)};
    if (i %% 10 !== 1) values.follows = String(i - 1) + (i %% 10 === 5 ? 'SS+1' : '');
    await post('task', values);
  }
}""" % visitor.ADMINISTRATOR

RECORD = """() => { window.frames_ = []; let last = performance.now();
  const step = (now) => { window.frames_.push(now - last); last = now; if (window.recording_) requestAnimationFrame(step); };
  window.recording_ = true; requestAnimationFrame(step); }"""


def told(page, name):
    """Stops recording and says what was seen."""
    times = page.evaluate("() => { window.recording_ = false; return window.frames_.slice(2); }")
    median, slow = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    print(f"{name}: {1000 / median:.0f} frames/s (median {median:.1f} ms, 95 % within {slow:.1f} ms, {len(times)} frames)")
    return 1000 / median


class Page:
    """What `visitor` wants to drive."""

    def __init__(self, page, address):
        self.page, self.address = page, address

    def open(self, path):
        self.page.goto(path if path.startswith("http") else self.address + path)
        self.page.wait_for_load_state("networkidle")


def main(count):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yunchou-gantt-"))
    server = program.Server(folder / "data")
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
            page = chromium.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
            page.set_default_timeout(900_000)
            visitor.set_up(Page(page, server.address), server.set_up_link())
            started = time.perf_counter()
            page.evaluate(MAKE, [count])
            print(f"{count} tasks made through the API in {time.perf_counter() - started:.0f} s")
            started = time.perf_counter()
            page.goto(server.address + "/plan/gantt")
            page.wait_for_selector("gantt-chart[data-ready]")
            print(f"page drawn after {time.perf_counter() - started:.2f} s; rows in the document: {page.locator('.gantt-row').count()}")
            bar = page.locator(".g-bar").nth(3).bounding_box()
            page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
            page.mouse.down()
            page.evaluate(RECORD)
            for step in range(240):
                page.mouse.move(bar["x"] + bar["width"] / 2 + (step % 120) * 3, bar["y"] + 8)
            rate = told(page, "dragging")
            page.mouse.up()
            page.wait_for_timeout(3_000)
            page.evaluate(RECORD)
            for _ in range(120):
                page.mouse.wheel(0, 90)
                page.wait_for_timeout(8)
            told(page, "scrolling")
            if picture := (sys.argv[2] if len(sys.argv) > 2 else None):
                page.screenshot(path=picture)
            return 0 if rate >= 50 else 1
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
