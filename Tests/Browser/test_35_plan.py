"""The demonstration company's year: goals with their chance, the Gantt under the hand, and what leaves it as a file."""
import re
import zipfile

import pytest

import visitor
from conftest import PHONE
from test_30_tour import company, tour, toured  # noqa: F401  the same company, made anew for this file

# Where the bar of a task lies in the window, after it was brought into sight.
PLACE = """(number) => {
  const chart = document.querySelector("gantt-chart");
  const entry = chart.rows.find((row) => row.task?.number === number);
  chart.choose(entry);
  chart.scroll.scrollLeft = (entry.task.start - chart.origin) * chart.px - 120;
  const box = chart.svg.getBoundingClientRect();
  const row = chart.rows.indexOf(entry);
  return {left: box.left + chart.x(entry.task.start), right: box.left + chart.x(entry.task.end + 1),
    y: box.top + 46 + row * 30 - chart.scroll.scrollTop + 14, day: chart.px};
}"""
TASKS = """() => document.querySelector("gantt-chart").data.plans.flatMap((plan) => plan.tasks.map((task) =>
  ({number: task.number, title: task.title, state: task.state, group: task.group, milestone: task.milestone, days: task.days,
    start: task.start, end: task.end, links: task.links.map((link) => link.from), plan: plan.number})))"""


# The page's own words: titles and heads of columns without what the company wrote, which stands in links and lists of choices.
OURS = """() => [...document.querySelectorAll("main h1, main th, main .kpi-name")].map((head) => {
  const copy = head.cloneNode(true);
  copy.querySelectorAll("a, select, dialog, [lang]").forEach((own) => own.remove());
  return copy.textContent;
}).join(" ")"""


@pytest.fixture
def gantt(tour):
    watched = tour()
    watched.open("/plan/gantt")
    watched.page.wait_for_selector("gantt-chart[data-ready]")
    return watched


def tasks(watched):
    return {task["number"]: task for task in watched.page.evaluate(TASKS)}


def open_task(watched, least=4):
    """A task that is still to come, long enough to be taken by its middle, that nothing after it waits for."""
    all_tasks = tasks(watched).values()
    waited_for = {number for task in all_tasks for number in task["links"]}
    return next(task for task in all_tasks
                if task["state"] == "planned" and task["days"] >= least and not task["group"] and task["number"] not in waited_for)


def changed(watched, number, field, old):
    watched.page.wait_for_function(
        "([number, field, old]) => document.querySelector('gantt-chart').task(number)[field] !== old", arg=[number, field, old])


def test_goals_show_their_chance_and_lead_to_their_course(tour):
    watched = tour()
    watched.open("/plan/goals")
    watched.picture("35-goals", full=True)
    rows = watched.page.locator("table.goal-table tbody tr:not(.goal-way)")
    assert rows.count() >= 12 and watched.page.locator("tr.goal-way").count() >= 2
    assert len(re.findall(r"\d+%|>99%|<1%", visitor.words(watched))) > 10
    assert watched.accessible() == [] and watched.missing_icons() == []
    rows.filter(has_text="净销售额").first.locator("a.record-link").click()
    watched.page.wait_for_load_state("networkidle")
    assert "净销售额" in visitor.words(watched) and watched.page.locator("main canvas, main svg").count() > 0
    watched.picture("36-goal")
    assert watched.accessible() == []


def test_a_bar_is_dragged_and_the_change_taken_back(gantt):
    task = open_task(gantt)
    place = gantt.page.evaluate(PLACE, task["number"])
    middle = (place["left"] + place["right"]) / 2
    gantt.page.mouse.move(middle, place["y"])
    gantt.page.mouse.down()
    gantt.page.mouse.move(middle + place["day"] * 3, place["y"], steps=4)
    gantt.page.mouse.move(middle + place["day"] * 7, place["y"], steps=4)
    gantt.picture("37-gantt-dragging")
    gantt.page.mouse.up()
    changed(gantt, task["number"], "start", task["start"])
    moved = tasks(gantt)[task["number"]]
    assert moved["start"] >= task["start"] + 7 and moved["days"] == task["days"]
    gantt.page.locator("[data-gantt=undo]").click()
    changed(gantt, task["number"], "start", moved["start"])
    assert tasks(gantt)[task["number"]]["start"] == task["start"]


def test_a_bar_is_made_longer_by_its_end(gantt):
    task = open_task(gantt)
    place = gantt.page.evaluate(PLACE, task["number"])
    gantt.page.mouse.move(place["right"] - 3, place["y"])
    gantt.page.mouse.down()
    gantt.page.mouse.move(place["right"] - 3 + place["day"] * 7, place["y"], steps=6)
    gantt.page.mouse.up()
    changed(gantt, task["number"], "days", task["days"])
    assert tasks(gantt)[task["number"]]["days"] > task["days"]
    gantt.page.locator("[data-gantt=undo]").click()
    gantt.page.wait_for_function(
        "([number, days]) => document.querySelector('gantt-chart').task(number).days === days", arg=[task["number"], task["days"]])


def test_the_keyboard_moves_a_task_and_opens_its_form_and_a_ring_of_links_is_refused(gantt, watch):
    task = open_task(gantt)
    gantt.page.evaluate(PLACE, task["number"])
    gantt.page.locator(".gantt-scroll").focus()
    gantt.page.keyboard.press("Alt+ArrowRight")
    changed(gantt, task["number"], "start", task["start"])
    gantt.page.keyboard.press("Control+z")
    gantt.page.wait_for_function(
        "([number, start]) => document.querySelector('gantt-chart').task(number).start === start", arg=[task["number"], task["start"]])
    gantt.page.keyboard.press("Enter")
    form = gantt.page.locator("#gantt-form")
    assert form.locator("[name=title]").input_value() == task["title"]
    assert gantt.accessible() == []
    watch.expected = [r"422 .*gantt/tasks"]
    # The task waits for one before it; that one is now told to wait for this task.
    first = task["links"][0]
    gantt.page.keyboard.press("Escape")
    gantt.page.evaluate("number => { const chart = document.querySelector('gantt-chart'); chart.open(chart.task(number)); }", first)
    form.locator("[name=follows]").fill(str(task["number"]))
    form.locator("button[type=submit]").click()
    said = form.locator("[role=alert]")
    said.wait_for(state="visible")
    assert str(task["number"]) in said.inner_text() and visitor.chinese(said.inner_text())
    gantt.picture("38-gantt-ring-refused")


def test_the_chart_leaves_as_picture_table_and_calendar(gantt):
    def download(press):
        with gantt.page.expect_download() as arrived:
            gantt.page.locator(".page-actions details.drop-down summary").first.click()
            gantt.page.locator(press).click()
        return arrived.value.path()
    titles = [task["title"] for task in tasks(gantt).values()]
    image = download("[data-gantt=png]").read_bytes()
    assert image.startswith(b"\x89PNG") and int.from_bytes(image[16:20], "big") > 1_000
    gantt.open("/plan/gantt")
    gantt.page.wait_for_selector("gantt-chart[data-ready]")
    drawing = download("a[href*='/gantt/image']").read_text()
    assert drawing.lstrip().startswith("<svg") and all(title in drawing for title in titles)
    gantt.open("/plan/gantt")
    gantt.page.wait_for_selector("gantt-chart[data-ready]")
    diary = download("a[href*='/gantt/calendar']").read_text()
    assert diary.startswith("BEGIN:VCALENDAR") and diary.count("BEGIN:VEVENT") == len(titles)
    gantt.open("/plan/gantt")
    gantt.page.wait_for_selector("gantt-chart[data-ready]")
    with zipfile.ZipFile(download("a[href*='export/xlsx']")) as book:
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert all(title in text for title in titles)


PAGES = ["/plan/goals", "/plan/okr", "/plan/strategy-board", "/plan/tracking", "/plan/budgets", "/plan/gantt", "/execute/progress"]


@pytest.mark.parametrize("path", PAGES)
def test_the_filled_plans_fit_a_phone_in_the_dark(tour, path):
    watched = tour(PHONE, has_touch=True, color_scheme="dark")
    watched.open(path)
    watched.page.wait_for_timeout(300)
    watched.picture(f"phone-dark{path.replace('/', '-')}")
    assert (watched.sideways(), watched.accessible()) == (0, [])


def test_the_filled_plans_read_in_english(tour):
    watched = tour()
    watched.open("/plan/goals")
    visitor.in_english(watched)
    for path in PAGES:
        watched.open(path)
        watched.page.wait_for_timeout(200)
        watched.picture(f"en{path.replace('/', '-')}")
        assert visitor.chinese(watched.page.evaluate(OURS)) == [], path
        assert watched.accessible() == []
    visitor.in_chinese(watched)
