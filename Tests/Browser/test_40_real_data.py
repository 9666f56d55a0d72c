"""The real retail data set, imported into a company of its own: the same pages, and the published figures."""
import json

import pytest

import program
import visitor

ORDERS = program.REFERENCE / "online_retail_orders.csv"
pytestmark = pytest.mark.skipif(not ORDERS.exists(), reason="the reference data is not there: set YUNCHOU_REFERENCE_DATA to its folder")


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    running = program.Server(tmp_path_factory.mktemp("shop") / "data")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def owner(chromium, shop):
    from conftest import DESKTOP, Watched
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN")
    watched = Watched(context, shop.address)
    visitor.set_up(watched, shop.set_up_link(), company="英伦礼品")
    watched.page.locator("button[name=start][value=own]").click()
    watched.page.wait_for_load_state("networkidle")
    watched.picture("20-empty")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def imported(shop, owner):
    done = program.run("import", "--data", shop.data, "--into", "order_header", "--mapping", "online_retail", "--json", ORDERS)
    assert done.returncode == 0, done.stderr
    return owner


def test_an_empty_company_says_what_comes_next(watch, shop, owner):
    watched = watch(state=owner, on=shop)
    watched.open("/board")
    assert "导入" in visitor.words(watched) and watched.accessible() == []


def test_the_board_shows_the_shop(watch, shop, imported):
    watched = watch(state=imported, on=shop)
    watched.open("/board")
    watched.picture("21-board-real")
    assert watched.page.locator("a.kpi").count() >= 4 and watched.accessible() == []


def test_rfm_equals_the_published_figures(shop, imported):
    done = program.run("rfm", "--data", shop.data, "--as-of", "2011-12-10", "--json", "--customer", "12346", "--customer", "12347",
                       "--customer", "12348", "--customer", "17850")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["run"]["customers"], report["run"]["orders"], report["run"]["monetary_minor"]) == (4338, 18532, 891140790)
    found = {c["customer_no"]: (c["recency_days"], c["frequency"], c["monetary_minor"]) for c in report["customers"]}
    assert found == {"12346": (326, 1, 7718360), "12347": (3, 7, 431000), "12348": (76, 4, 179724), "17850": (373, 34, 539121)}
    cells = {c["cell"]: c["customers"] for c in report["cells"]}
    assert (cells[555], cells[111], report["cells_used"]) == (348, 185, 117)


def test_cohorts_equal_the_published_figures(shop, imported):
    done = program.run("cohort", "--data", shop.data, "--as-of", "2011-12-10", "--json")
    lines = {line["cohort"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert lines["2010-12"]["active"] == [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235]
    assert lines["2011-01"]["active"][1:] == [92, 111, 96, 134, 120, 103, 101, 125, 136, 152, 49]


def test_the_pages_of_diagnosis_show_the_shop(watch, shop, imported):
    watched = watch(state=imported, on=shop)
    for path in ("/diagnose/rfm", "/diagnose/cohorts"):
        watched.open(path)
        assert (path, watched.accessible()) == (path, [])
        watched.picture(f"22{path.replace('/', '-')}", full=True)
