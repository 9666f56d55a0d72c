"""A newcomer's ten minutes with the demonstration company: from the welcome page to a light, what is behind it, and the customers."""
import csv
import io
import re

import pytest

import program
import visitor
from conftest import DESKTOP, PHONE, Watched


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    """A server on a small demonstration company (the one of the welcome page is too large for a debug build)."""
    data = tmp_path_factory.mktemp("tour") / "data"
    made = program.run("demo", "--data", data, "--customers", "2k", "--seed", "1")
    assert made.returncode == 0, made.stderr
    running = program.Server(data)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def toured(chromium, company):
    """The cookies of that company's administrator."""
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN")
    visitor.set_up(Watched(context, company.address), company.set_up_link())
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def tour(watch, toured, company):
    def start(*viewport, **settings):
        return watch(*viewport, state=toured, on=company, **settings)
    return start


def test_the_welcome_page_starts_the_tour_and_it_can_be_stopped(watch, administrator):
    watched = watch(state=administrator)
    watched.open("/welcome")
    watched.page.locator("button[name=start][value=demonstration]").click()
    watched.page.wait_for_url("**/settings/jobs/*")
    watched.page.wait_for_selector("text=/ 50,000", timeout=60_000)
    watched.picture("10-demonstration-in-progress")
    assert watched.accessible() == []
    watched.page.on("dialog", lambda dialog: dialog.accept())
    watched.page.locator("form[action$='/cancel'] button").click()
    assert visitor.wait_for_job(watched, seconds=60) == "已取消"


def test_the_board_lights_up(tour):
    watched = tour()
    watched.open("/board")
    watched.picture("11-board")
    cards = watched.page.locator("a.kpi")
    assert cards.count() >= 8
    for number in range(cards.count()):
        card = cards.nth(number)
        assert card.locator(".kpi-value").inner_text().strip()
        assert card.locator(".kpi-head svg, .kpi-head .light").count() > 0 and visitor.chinese(card.locator(".kpi-head").inner_text())
    assert "Asia/Shanghai" in visitor.words(watched, "footer") or "时区" in visitor.words(watched, "footer")
    assert watched.accessible() == [] and watched.missing_icons() == []


def test_every_view_of_the_board_reads_in_english(tour):
    watched = tour()
    watched.open("/board")
    visitor.in_english(watched)
    views = watched.page.eval_on_selector_all("main nav a, main [role=tablist] a, main .tabs a", "links => links.map(l => l.getAttribute('href'))")
    for address in [a for a in dict.fromkeys(views) if a and "view=" in a]:
        watched.open(address)
        assert visitor.chinese(visitor.words(watched)) == []
        assert (address, watched.accessible()) == (address, [])
    watched.picture("12-board-en")
    visitor.in_chinese(watched)


def painted(watched):
    """The number of colours on the page's first chart."""
    return watched.page.evaluate("""() => {
        const canvas = document.querySelector("canvas"); if (!canvas) return document.querySelectorAll("data-chart svg path").length + 1;
        const d = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data, seen = new Set();
        for (let i = 0; i < d.length; i += 4) if (d[i + 3]) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return seen.size }""")


def test_a_card_leads_to_trend_breakdown_orders_and_formula(tour):
    watched = tour()
    watched.open("/board")
    watched.page.locator("a.kpi[data-metric=revenue]").click()
    watched.page.wait_for_load_state("networkidle")
    watched.page.wait_for_timeout(500)
    watched.picture("13-metric", full=True)
    assert painted(watched) > 5
    words = visitor.words(watched)
    assert "净销售额" in visitor.words(watched, "h1") and "order_header" in words or "订单" in words
    assert watched.accessible() == []
    watched.page.locator("main a[href*='/behind']").first.click()
    watched.page.wait_for_load_state("networkidle")
    rows = watched.page.locator("main table tbody tr")
    assert rows.count() > 0 and re.search(r"\d", rows.first.inner_text())
    watched.picture("14-orders-behind")
    assert watched.accessible() == []


def test_a_breakdown_goes_one_level_deeper(tour):
    watched = tour()
    watched.open("/board/metrics/revenue?by=region")
    links = watched.page.locator("main table a[href*='region']")
    assert links.count() >= 5
    links.first.click()
    watched.page.wait_for_load_state("networkidle")
    assert "region=" in watched.page.url and watched.page.locator("main table tbody tr").count() > 0


def test_a_target_is_set_and_judged(tour):
    watched = tour()
    watched.open("/board/metrics/orders")
    form = watched.page.locator("form[action*='/target']").first
    form.locator("input[type=text], input[type=number], input:not([type])").first.fill("1")
    form.locator("button[type=submit]").first.click()
    watched.page.wait_for_load_state("networkidle")
    watched.open("/board/metrics/orders")
    assert re.search("达成|绿|达标", visitor.words(watched))


def test_the_dictionary_explains_every_metric(tour):
    watched = tour()
    watched.open("/data/metrics")
    assert watched.page.locator("main a[href*='/board/metrics/']").count() >= 25
    assert watched.accessible() == []


@pytest.fixture(scope="module")
def scored(chromium, company, toured):
    """RFM has been computed from its page."""
    context = chromium.new_context(viewport=DESKTOP, storage_state=toured, reduced_motion="reduce", locale="zh-CN")
    watched = Watched(context, company.address)
    watched.open("/diagnose/rfm")
    if watched.page.locator("main table td a").count() == 0:
        watched.page.locator("main form[method=post] button[type=submit]").first.click()
        watched.page.wait_for_load_state("networkidle")
        if "/jobs/" in watched.page.url:
            assert visitor.wait_for_job(watched) == "已完成"
    context.close()
    return toured


def test_the_rfm_grid_leads_to_its_customers_and_they_can_be_exported(tour, scored):
    watched = tour()
    watched.open("/diagnose/rfm")
    watched.picture("15-rfm", full=True)
    assert watched.accessible() == []
    cell = watched.page.locator("main a[href*='/diagnose/rfm/customers']").first
    cell.click()
    watched.page.wait_for_load_state("networkidle")
    shown = watched.page.locator("main table tbody tr").count()
    assert shown > 0 and watched.accessible() == []
    watched.picture("16-customers")
    with watched.page.expect_download() as download:
        watched.page.locator(".page-actions details.drop-down summary").first.click()
        watched.page.locator(".drop-sheet a[href*='customers/export/csv']").first.click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert len(rows) > shown and visitor.chinese("".join(rows[0]))


def test_cohorts_are_shown(tour):
    watched = tour()
    watched.open("/diagnose/cohorts")
    assert watched.page.locator("main table tbody tr").count() >= 12 and watched.accessible() == []
    watched.picture("17-cohorts")


@pytest.mark.parametrize("path", ["/board", "/board/metrics/revenue", "/data/metrics", "/diagnose/rfm", "/diagnose/cohorts"])
def test_the_filled_pages_fit_a_phone_in_the_dark(tour, path):
    watched = tour(PHONE, has_touch=True, color_scheme="dark")
    watched.open(path)
    watched.page.wait_for_timeout(300)
    watched.picture(f"phone-dark{path.replace('/', '-')}")
    assert (watched.sideways(), watched.accessible()) == (0, [])


def test_a_metric_downloads_as_a_table(tour):
    watched = tour()
    watched.open("/board/metrics/revenue")
    with watched.page.expect_download() as download:
        watched.page.locator(".page-actions details.drop-down summary").first.click()
        watched.page.locator(".drop-sheet a[href*='revenue/export/csv']").first.click()
    assert len(download.value.path().read_text(encoding="utf-8-sig").splitlines()) > 5


def test_a_region_manager_sees_the_region_and_no_settings(watch, company, toured):
    added = program.run("user", "add", "--data", company.data, "--role", "region_manager", "--region", "east", "陈东", stdin=visitor.PASSWORD + "\n")
    assert added.returncode == 0, added.stderr
    watched = watch(on=company)
    watch.expected = [r"403"]
    visitor.sign_in(watched, "陈东")
    watched.open("/board")
    assert watched.page.locator("a.kpi").count() > 0
    assert not [path for path, _ in visitor.menu(watched) if path.startswith(("/settings/users", "/settings/company", "/settings/audit"))]
    assert watched.open("/settings/users").status == 403
