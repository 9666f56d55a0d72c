"""How smoothly the Gantt moves with TASKS tasks (WF-02): `python3 bench/Gantt/gantt.py [TASKS]`.

Starts the program that YUNCHOU_PROGRAM names on an empty folder, makes one plan with so many linked tasks through the API, opens the
Gantt in Chromium at 1440 x 900 and measures the intervals between animation frames while a bar that six tasks wait for is dragged, while
the chart is scrolled down and along, and while it goes through all scales and back. A drag counts only if the bar followed the pointer and the plan
has changed afterwards, with the tasks that wait. Prints frames a second (1000 / median interval), the slowest of 95 % of the frames, how
many took more than 20 ms, how long the data take to come, the change to be saved, and how many rows are drawn. Exit code 1 when dragging
or scrolling stays under 50 frames a second.
"""
import os
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
    late = sum(time > 20 for time in times)
    print(f"{name}: {1000 / median:.0f} frames/s (median {median:.1f} ms, 95 % within {slow:.1f} ms, {late} of {len(times)} frames over 20 ms)")
    return 1000 / median


SPANS = """() => { const chart = document.querySelector('gantt-chart');
  return [3, 4, 5, 6].map((place) => { const {start, end} = chart.data.plans[0].tasks[place]; return [start, end]; }); }"""


def dragged(page):
    """Drags the fourth task to the right, a step a frame, and checks that it went there with those that wait for it."""
    # The plan begins after today: its beginning is brought into sight first, else the pointer would press on nothing.
    page.evaluate("""() => { const chart = document.querySelector('gantt-chart');
      chart.scroll.scrollLeft = chart.x(chart.data.plans[0].tasks[3].start) + chart.scroll.scrollLeft - 200; }""")
    page.wait_for_timeout(300)
    bar = page.locator(".g-bar").nth(3)
    box, before = bar.bounding_box(), page.evaluate(SPANS)
    left, top = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(left, top)
    page.mouse.down()
    page.evaluate(RECORD)
    for step in range(240):
        page.mouse.move(left + (step % 120) * 3, top)
    assert page.evaluate("() => document.querySelector('gantt-chart').drag?.days > 0"), "no bar is held"
    rate = told(page, "dragging")
    moved = page.locator(".g-bar").nth(3).bounding_box()["x"] - box["x"]
    assert abs(moved - 119 * 3) < 40, f"the bar has moved by {moved} pixels, the pointer by {119 * 3}"
    started = time.perf_counter()
    page.mouse.up()
    page.wait_for_function(f"before => JSON.stringify(({SPANS})()) !== JSON.stringify(before)", arg=before)
    after = page.evaluate(SPANS)
    print(f"saved and reckoned anew after {time.perf_counter() - started:.2f} s: {before} -> {after}")
    assert all(new[0] > old[0] for old, new in zip(before, after)), "those that wait for the task have not moved with it"
    return rate


def scrolled(page, name, across, down):
    """A step of the wheel each 8 ms; checks that the chart went along."""
    place = "() => { const {scrollLeft, scrollTop} = document.querySelector('.gantt-scroll'); return scrollLeft + scrollTop; }"
    before = page.evaluate(place)
    page.evaluate(RECORD)
    for _ in range(120):
        page.mouse.wheel(across, down)
        page.wait_for_timeout(8)
    rate = told(page, name)
    page.wait_for_timeout(500)
    assert page.evaluate(place) > before + 500, "nothing was scrolled"
    return rate


def zoomed(page):
    scales = page.evaluate("() => [...document.querySelectorAll('[data-gantt-zoom]')].map(button => button.dataset.ganttZoom)")
    page.evaluate(RECORD)
    for scale in (scales + scales[::-1]) * 3:
        page.locator(f"[data-gantt-zoom={scale}]").click()
    told(page, f"through the scales {', '.join(scales)} and back, three times")


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
    print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {program.PROGRAM}")
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
            rates = [dragged(page)]
            page.wait_for_timeout(1_000)
            rates.append(scrolled(page, "scrolling down", 0, 90))
            rates.append(scrolled(page, "scrolling along", 12, 0))
            zoomed(page)
            if picture := (sys.argv[2] if len(sys.argv) > 2 else None):
                page.screenshot(path=picture)
            return 0 if min(rates) >= 50 else 1
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
