"""The committee's book and its memory: a handbook is put together, approved, published, compared, confirmed and printed; an ended
adjustment is archived, found, offered as a precedent, learnt from, and changed by nobody."""
import re
import subprocess

import pytest

import program
import visitor
from conftest import DESKTOP, PHONE, Watched
from test_30_tour import company, tour, toured  # noqa: F401  the same company, made anew for this file

DECIDER = "陈总"


@pytest.fixture(scope="module")
def decider(chromium, company, toured):
    """The cookies of an executive: nobody approves her own request."""
    added = program.run("user", "add", "--data", company.data, "--role", "executive", DECIDER, stdin=visitor.PASSWORD + "\n")
    assert added.returncode == 0, added.stderr
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN")
    visitor.sign_in(Watched(context, company.address), DECIDER)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def decide(watch, decider, company):
    """The executive approves the newest request that waits, having found it on the list behind the bell."""
    def approve(title):
        watched = watch(state=decider, on=company)
        watched.open("/board")
        bell = watched.page.locator("a.bell")
        assert int(bell.locator(".bell-count").inner_text()) >= 1
        bell.click()
        watched.page.wait_for_load_state("networkidle")
        watched.picture("36-today")
        assert watched.accessible() == []
        watched.page.locator("main a.record-link", has_text=title).first.click()
        watched.page.wait_for_load_state("networkidle")
        watched.page.locator("button[name=decision][value=approve]").first.click()
        watched.page.wait_for_load_state("networkidle")
        return watched
    return approve


def fill(watched, path, fields):
    watched.open(path + "/new")
    page = watched.page
    for name, value in fields.items():
        control = page.locator(f"main form [name={name}]").first
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/\d+$"))
    return page.url


def press(watched, address, kind, move, **fields):
    """Presses one of the record's moves, with what its form asks for."""
    watched.open(address)
    form = watched.page.locator(f"main form[action$='/{kind}/{move}']")
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button[type=submit]").click()
    watched.page.wait_for_load_state("networkidle")


def publish(tour, decide, title, step, points):
    watched = tour()
    address = fill(watched, "/plan/records/handbook_version", {
        "title": title, "step": step, "department": "marketing", "effective_on": "2027-01-01", "change_points": points,
        "scope": "全公司", "secrecy": "confidential", "owner": visitor.ADMINISTRATOR})
    press(watched, address, "request", "publish")
    decide(title)
    return watched, "/plan/handbook/" + address.rsplit("/", 1)[1]


@pytest.fixture(scope="module")
def pages():
    """What one test leaves for the next."""
    return {}


def test_a_handbook_is_put_together_approved_and_published(tour, decide, pages):
    watched, pages["first"] = publish(tour, decide, "年度战略执行手册", "major", "第一版：全年目标、预算与举措。")
    watched.open("/plan/handbook")
    assert "1.0" in visitor.words(watched) and "第一版" in visitor.words(watched)
    watched.open(pages["first"])
    watched.page.wait_for_selector(".handbook[data-numbered]", state="attached")
    watched.picture("36-handbook")
    assert watched.accessible() == [] and watched.missing_icons() == []
    chapters = watched.page.locator(".book-chapter h2").all_inner_texts()
    assert len(chapters) >= 5 and "第 1.0 版" in visitor.words(watched) and "秘密" in visitor.words(watched)


def test_a_reader_is_told_the_same_day_and_confirms(watch, decider, company, pages):
    watched = watch(state=decider, on=company)
    watched.open("/today")
    watched.page.locator("main a.record-link", has_text="年度战略执行手册").click()
    watched.page.wait_for_load_state("networkidle")
    watched.page.locator("form[action$='/confirm'] button").click()
    watched.page.wait_for_load_state("networkidle")
    assert "您已确认阅读" in visitor.words(watched)
    watched.open("/today")
    assert "年度战略执行手册" not in visitor.words(watched)
    watched.open(pages["first"] + "/readers")
    assert DECIDER in watched.page.locator("tr", has_text="已确认").first.inner_text()


def test_on_paper_the_contents_name_the_pages_and_no_heading_stands_alone(tour, pages, tmp_path):
    watched = tour()
    watched.open(pages["first"])
    watched.page.wait_for_selector(".handbook[data-numbered]", state="attached")
    stated = dict(watched.page.eval_on_selector_all("[data-page-of]", "all => all.map(one => [one.dataset.pageOf, one.textContent])"))
    headings = watched.page.eval_on_selector_all(
        ".book-chapter h2, .book-chapter h3", "all => all.map(one => [one.id || one.parentElement.id, one.innerText.replace(/\\s+/g, '')])")
    watched.page.pdf(path=tmp_path / "book.pdf", prefer_css_page_size=True, print_background=True)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "book.pdf", "-"], capture_output=True, text=True, check=True).stdout
    paper = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    assert len(paper) >= 6
    for place, title in headings:
        lines = [line.replace(" ", "") for line in paper[int(stated[place]) - 1]]
        assert title in lines, (place, title, stated[place])
        assert lines.index(title) < len(lines) - 2, f"{title} stands at the foot of page {stated[place]}"
    for number, lines in enumerate(paper[1:], start=2):
        assert "海岛茶业" in lines[0] and "第 1.0 版 · 秘密" in lines[0], (number, lines[0])
        assert lines[-1].replace(" ", "") == f"{number}/{len(paper)}"
    assert not any("第 1.0 版 · 秘密" in line for line in paper[0])


def test_the_next_version_shows_what_differs(tour, decide, pages):
    watched = tour()
    fill(watched, "/plan/records/risk", {"title": "对手提前大促", "kind": "competition"})
    _, second = publish(tour, decide, "年度战略执行手册（修订）", "minor", "新增一项风险。")
    watched.open(second + "/compare?with=" + pages["first"].rsplit("/", 1)[1])
    words = visitor.words(watched)
    assert "1.0 → 1.1" in visitor.words(watched, "h1") and "对手提前大促" in words and "新增" in words
    assert watched.accessible() == []
    watched.open("/plan/handbook")
    assert visitor.words(watched).index("1.1") < visitor.words(watched).index("1.0")
    pages["second"] = second


def adjust(tour, decide, title, situation, end=True):
    watched = tour()
    fields = {"title": title, "trigger": "kpi_missed", "metric": "repurchase_rate", "situation": situation,
              "measures": "老客第 14 天发续购券", "owner": visitor.ADMINISTRATOR}
    address = fill(watched, "/plan/records/adjustment_plan", fields)
    if end:
        press(watched, address, "request", "approve")
        decide(title)
        press(watched, address, "move", "carry_out")
        watched.open(address + "/edit")
        watched.page.locator("[name=outcome]").select_option("worked")
        watched.page.locator("[name=result]").fill("复购率回升 3 个百分点")
        watched.page.locator("main form button[type=submit]").first.click()
        watched.page.wait_for_url(re.compile(r"/\d+$"))
        press(watched, address, "move", "close")
    return watched, address


def test_an_ended_case_is_archived_and_found_and_changed_by_nobody(tour, decide, watch, pages):
    watched, address = adjust(tour, decide, "老客续购券加码", "复购率连续两季低于目标")
    watched.open("/plan/archive?q=续购券")
    watched.picture("36-archive")
    assert watched.accessible() == [] and watched.missing_icons() == []
    watched.page.locator("main a.record-link", has_text="老客续购券加码").click()
    watched.page.wait_for_load_state("networkidle")
    words = visitor.words(watched)
    assert "复购率回升 3 个百分点" in words and f"{DECIDER} · 同意" in words
    assert watched.page.locator("main textarea, main a[href$='/edit']").count() == 0
    pages["case"] = watched.page.url
    watch.expected = [r"(409|422)"]
    watched.open(address + "/edit")
    if watched.page.locator("main form [name=result]").count():
        watched.page.locator("main form [name=result]").fill("改写")
        watched.page.locator("main form button[type=submit]").first.click()
        watched.page.wait_for_load_state("networkidle")
    watched.open(pages["case"])
    assert "改写" not in visitor.words(watched) and "复购率回升 3 个百分点" in visitor.words(watched)


def test_what_was_learnt_is_offered_to_the_next_with_reasons_in_words(tour, decide, pages):
    watched = tour()
    watched.open(pages["case"])
    watched.page.locator("form[action$='/practice'] button").click()
    watched.page.wait_for_url("**/best_practice/*")
    assert "复购率回升 3 个百分点" in visitor.words(watched) and "老客第 14 天发续购券" in visitor.words(watched)
    watched, address = adjust(tour, decide, "会员日改版", "复购率再次低于目标", end=False)
    watched.open(address)
    words = visitor.words(watched)
    assert "相似的过往案例" in words and "老客续购券加码" in words and "可借鉴的最佳实践" in words
    said = next(line for line in words.splitlines() if line.startswith("都提到："))
    assert {"复购率", "目标"} <= set(said.removeprefix("都提到：").split("、"))
    watched.picture("36-precedents", full=True)
    assert watched.accessible() == []


@pytest.mark.parametrize("name", ["handbook", "first", "compare", "archive", "case", "today"])
def test_handbook_and_archive_fit_a_phone_in_the_dark(tour, pages, name):
    path = {"handbook": "/plan/handbook", "archive": "/plan/archive", "today": "/today", "first": pages["first"], "case": pages["case"],
            "compare": pages["second"] + "/compare?with=" + pages["first"].rsplit("/", 1)[1]}[name]
    watched = tour(PHONE, has_touch=True, color_scheme="dark")
    watched.open(path)
    watched.page.wait_for_timeout(300)
    watched.picture(f"phone-dark-36-{name}")
    assert (watched.sideways(), watched.accessible()) == (0, [])


def test_handbook_and_archive_read_in_english(tour, pages):
    watched = tour()
    watched.open("/plan/handbook")
    visitor.in_english(watched)
    for path, ours in [("/plan/handbook", "main h1, main th"), (pages["first"], ".book-number, .book-contents h2, .book-chapter h2, dt"),
                       ("/plan/archive", "main h1, main th, main .badge"), (pages["case"], "main h1 + *, main dt, main h3"),
                       ("/today", "h1, main h2, main h3, main .empty")]:
        watched.open(path)
        texts = watched.page.locator(ours).all_inner_texts()
        assert (path, visitor.chinese(" ".join(texts))) == (path, [])
    watched.picture("36-archive-case-en", full=True)
    visitor.in_chinese(watched)
