"""A file on its way into the tables, as a person does it: send in, check and change the mapping, keep it, try, import, fetch what did
not fit, mend it, import again; and the mapping that was kept is there for the next file."""
import csv
import io
import json
import re

import pytest

import program
import visitor
from conftest import DESKTOP, PHONE, Watched

ORDERS = "单号,成交时间,交易状态,实付金额（分）,买家编号\n" + "".join(
    f"T{n},2026-0{1 + n % 6}-1{n % 10} 10:00:00,{'退款中' if n % 5 == 0 else '已完成'},{1000 + n},C{n % 7}\n" for n in range(1, 41)
) + "T41,二月三十日,已完成,999,C1\nT42,2026-02-03,已完成,一百,C2\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    running = program.Server(tmp_path_factory.mktemp("office") / "data")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def clerk(chromium, office):
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="zh-CN")
    watched = Watched(context, office.address)
    visitor.set_up(watched, office.set_up_link(), company="晨光文具")
    watched.page.locator("button[name=start][value=own]").click()
    watched.page.wait_for_load_state("networkidle")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def desk(watch, clerk, office):
    def start(*viewport, **settings):
        return watch(*viewport, state=clerk, on=office, **settings)
    return start


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


def send(watched, path):
    """Chooses a file on the upload page, sends it, and waits for its preview."""
    watched.open("/data/import")
    watched.page.set_input_files("#field-file", path)
    watched.page.locator("upload-form [data-send]").click()
    watched.page.wait_for_url("**/uploads/**")
    watched.page.wait_for_load_state("networkidle")


def choose(watched, selector, **wanted):
    """Changes a select and waits until the page has been told what that means."""
    with watched.page.expect_response(lambda answer: answer.url.endswith("/look")) as answer:
        watched.page.select_option(selector, **wanted)
    assert answer.value.status == 200
    watched.page.wait_for_timeout(150)


def write(watched, selector, text):
    with watched.page.expect_response(lambda answer: answer.url.endswith("/look")):
        watched.page.fill(selector, text)
        watched.page.keyboard.press("Tab")
    watched.page.wait_for_timeout(150)


def ends_well(watched):
    state = visitor.wait_for_job(watched)
    assert state in ("已完成", "Done"), visitor.words(watched)
    watched.page.locator("main a[href*='/data/import/results/']").first.click()
    watched.page.wait_for_load_state("networkidle")


def figure(watched, name):
    text = watched.page.locator("dl.facts div", has_text=name).first.locator("dd").inner_text()
    return int(text.replace(",", ""))


def test_nothing_chosen_and_an_empty_file_are_said_on_the_page(desk, watch, files):
    watched = desk()
    watch.expected = [r"422"]
    watched.open("/data/import")
    watched.picture("50-upload")
    assert watched.accessible() == []
    watched.page.locator("upload-form [data-send]").click()
    assert "请先选择一个文件" in visitor.words(watched)
    (files / "空.csv").write_text("")
    watched.page.set_input_files("#field-file", files / "空.csv")
    watched.page.locator("upload-form [data-send]").click()
    watched.page.get_by_text("是空的").wait_for()
    assert watched.page.locator("upload-form [data-send]").is_enabled()


def test_a_file_is_sent_in_mapped_kept_tried_imported_mended_and_imported_again(desk, files):
    watched = desk()
    page = watched.page
    (files / "一月门店.csv").write_text(ORDERS)
    send(watched, files / "一月门店.csv")
    watched.picture("51-preview", full=True)
    assert watched.accessible() == [] and watched.missing_icons() == [] and watched.sideways() == 0
    assert "无法识别的日期" in visitor.words(watched, "#read-ordered_at")
    watched.open(page.url)  # the picture has left style attributes behind, which the content policy would not let htmx take over

    # A fixed value for what the file lacks.
    page.locator(".more-fields summary").click()
    choose(watched, "[id='field.channel']", value="fixed")
    write(watched, "[id='fixed.channel']", "tmall")
    assert "天猫" in visitor.words(watched, "#read-channel")
    # The unit, and what a word means.
    assert page.locator("[id='unit.amount']").input_value() == "minor"  # the heading says so
    choose(watched, "[id='unit.amount']", value="")
    assert "¥1,001.00" in visitor.words(watched, "#read-amount")
    choose(watched, "[id='unit.amount']", value="minor")
    assert "¥10.01" in visitor.words(watched, "#read-amount")
    assert "退款中" in visitor.words(watched, "#how-status") and "× 8" in visitor.words(watched, "#how-status")
    choose(watched, "#how-status .word:has-text('退款中') + select", value="returned")
    assert "已退货" in visitor.words(watched, "#read-status") or "退款中 → 退货" in visitor.words(watched, "#read-status").replace("\n", " ")
    assert "有 2 行有问题" in visitor.words(watched, "#mapping-notes")
    watched.picture("52-mapping", full=True)
    assert watched.accessible() == []

    page.fill("#save-name", "门店日报")
    page.locator("button[name=save][value=new]").click()
    page.wait_for_url("**mapping=kept*")
    assert "已保存映射“门店日报”" in visitor.words(watched, "body") and "已采用保存的映射“门店日报”" in visitor.words(watched)
    assert page.locator("[id='fixed.channel']").input_value() == "tmall"
    assert page.locator("[id='unit.amount']").input_value() == "minor"

    # A trial, and back to the mapping as it was tried.
    page.locator("button[name=trial]").click()
    ends_well(watched)
    watched.picture("53-trial", full=True)
    assert figure(watched, "隔离") == 2 and watched.accessible() == []
    page.get_by_role("link", name="返回修改").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("[id='fixed.channel']").input_value() == "tmall" and "刚才试运行" in visitor.words(watched)
    page.locator("main form button.btn-primary[type=submit]").click()
    ends_well(watched)
    watched.picture("54-result", full=True)
    assert (figure(watched, "新增"), figure(watched, "隔离")) == (40, 2)

    # What did not fit comes back as a file, is mended, and goes in with the same mapping.
    with page.expect_download() as download:
        page.get_by_role("link", name="下载隔离文件").click()
    text = open(download.value.path(), encoding="utf-8-sig").read()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["单号"] for row in rows] == ["T41", "T42"] and all(row["yunchou_原因"] for row in rows)
    mended = text.replace("二月三十日", "2026-02-28").replace("一百", "100")
    (files / "修正.csv").write_text(mended)
    send(watched, files / "修正.csv")
    assert "已采用上次使用的映射“门店日报”" in visitor.words(watched) and "前 2 行均可读取" in visitor.words(watched)
    page.locator("main form button.btn-primary[type=submit]").click()
    ends_well(watched)
    assert (figure(watched, "新增"), figure(watched, "隔离")) == (2, 0)

    # The same file once more changes nothing; the loads are listed.
    send(watched, files / "修正.csv")
    page.locator("main form button.btn-primary[type=submit]").click()
    ends_well(watched)
    assert "没有任何改动" in visitor.words(watched)
    watched.open("/data/loads")
    watched.picture("55-loads", full=True)
    assert "一月门店.csv" in visitor.words(watched) and "修正.csv" in visitor.words(watched) and watched.accessible() == []


def test_the_numbers_are_those_of_the_mapping(office, clerk):
    done = program.run("query", "--data", office.data, "--format", "json",
                       "SELECT count(*) AS n, sum(amount_fen) AS fen, count(*) FILTER (WHERE status = 'returned') AS back, min(channel) AS c FROM order_header")
    row = json.loads(done.stdout.splitlines()[0])
    row = row[0] if isinstance(row, list) else row
    assert (row["n"], row["back"], row["c"]) == (42, 8, "tmall")
    back = sum(1000 + n for n in range(5, 41, 5))  # what comes back counts against
    assert int(row["fen"]) == sum(1000 + n for n in range(1, 41)) + 999 + 100 - 2 * back


def test_kept_mappings_are_listed_edited_renamed_copied_and_deleted(desk, files):
    watched = desk()
    page = watched.page
    watched.open("/data/mappings")
    watched.picture("56-mappings", full=True)
    assert "门店日报" in visitor.words(watched) and visitor.ADMINISTRATOR in visitor.words(watched) and watched.accessible() == []
    page.get_by_role("link", name="门店日报").click()
    page.wait_for_load_state("networkidle")
    watched.picture("57-mapping", full=True)
    assert watched.accessible() == [] and watched.missing_icons() == []
    page.select_option("[name=zone]", "Europe/London")
    page.get_by_role("button", name="保存修改").click()
    page.wait_for_load_state("networkidle")
    assert "Europe/London" in visitor.words(watched, "main") and "修改映射" in visitor.words(watched)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载为文件").click()
    kept = json.loads(open(download.value.path(), encoding="utf-8").read())
    assert kept["name"] == "门店日报" and kept["zone"] == "Europe/London"

    page.get_by_role("button", name="复制").click()
    page.wait_for_load_state("networkidle")
    assert "门店日报 (2)" in visitor.words(watched, "h1")
    page.fill("#mapping-name", "分销日报")
    page.get_by_role("button", name="改名").click()
    page.wait_for_load_state("networkidle")
    assert "分销日报" in visitor.words(watched, "h1")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="删除").click()
    page.wait_for_url("**/data/mappings")
    assert "分销日报" not in visitor.words(watched, "main .card")

    kept["name"] = "来自文件"
    (files / "m.json").write_text(json.dumps(kept, ensure_ascii=False))
    page.set_input_files("#mapping-file", files / "m.json")
    page.locator("upload-form [data-send]").click()
    page.wait_for_url(re.compile(r"/data/mappings/\d+$"))
    assert "来自文件" in visitor.words(watched, "h1")


def workbook(path):
    """Three sheets, the first of them empty, written by hand."""
    import zipfile
    rows = lambda *lines: "<worksheet><sheetData>" + "".join(
        "<row>" + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in line) + "</row>" for line in lines) + "</sheetData></worksheet>"
    names = ["封面", "华东", "华南"]
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets>' + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, 1)) + "</sheets></workbook>")
        packed.writestr("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
            f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2, 3)) + "</Relationships>")
        packed.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>")
        packed.writestr("xl/worksheets/sheet2.xml", rows(["客户编号", "姓名", "性别"], ["E1", "林静", "女"]))
        packed.writestr("xl/worksheets/sheet3.xml", rows(["客户编号", "姓名", "性别"], ["S1", "周宁", "男"], ["S2", "吴越", "男"]))


def test_of_a_workbook_the_sheet_is_said_and_can_be_chosen(desk, files, office):
    watched = desk()
    page = watched.page
    workbook(files / "客户.xlsx")
    send(watched, files / "客户.xlsx")
    assert page.locator("#field-sheet").input_value() == "华东" and "林静" in visitor.words(watched)
    page.select_option("#field-sheet", "华南")
    page.wait_for_url("**sheet=*")
    page.wait_for_load_state("networkidle")
    watched.picture("58-sheet", full=True)
    assert "周宁" in visitor.words(watched) and "林静" not in visitor.words(watched) and watched.accessible() == []
    page.locator("main form button.btn-primary[type=submit]").click()
    ends_well(watched)
    assert figure(watched, "新增") == 2
    done = program.run("import", "--data", office.data, "--into", "customer", "--sheet", "2", "--json", files / "客户.xlsx")
    assert json.loads(done.stdout.splitlines()[0])["inserted"] == 1, done.stderr
    wrong = program.run("import", "--data", office.data, "--into", "customer", "--sheet", "华西", files / "客户.xlsx")
    assert wrong.returncode == 65 and "华东、华南" in wrong.stderr


def test_a_kept_mapping_serves_the_command_line_too(office, clerk, files):
    listed = [json.loads(line) for line in program.run("mapping", "list", "--data", office.data, "--json").stdout.splitlines()]
    assert {"门店日报", "来自文件", "online_retail"} <= {each["name"] for each in listed}
    shown = program.run("mapping", "show", "--data", office.data, "门店日报")
    (files / "again.json").write_text(shown.stdout)
    assert program.run("mapping", "save", "--data", office.data, "--name", "命令行", files / "again.json").returncode == 0
    (files / "二月.csv").write_text(ORDERS.splitlines()[0] + "\nT90,2026-02-03 08:00:00,退款中,500,C1\n")
    done = program.run("import", "--data", office.data, "--into", "order_header", "--mapping", "命令行", "--json", files / "二月.csv")
    report = json.loads(done.stdout.splitlines()[0])
    assert (report["mapping"], report["inserted"]) == ("命令行", 1)
    gone = program.run("mapping", "remove", "--data", office.data, "命令行")
    assert gone.returncode == 0
    missing = program.run("mapping", "remove", "--data", office.data, "命令行")
    assert missing.returncode == 66 and "命令行" in missing.stderr


def test_orders_without_customers_are_imported_all_the_same(tmp_path):
    (tmp_path / "o.csv").write_text("单号,下单时间,金额\nA1,2026-03-01,10\n")
    done = program.run("import", "--data", tmp_path / "data", "--into", "order_header", "--json", tmp_path / "o.csv")
    assert done.returncode == 0 and json.loads(done.stdout.splitlines()[0])["inserted"] == 1, done.stderr


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_it_reads_in_english_and_on_a_phone(desk, files, size):
    watched = desk(size)
    (files / "三月.csv").write_text(ORDERS)
    send(watched, files / "三月.csv")
    watched.picture(f"59-zh-{size['width']}", full=True)
    assert watched.sideways() == 0 and watched.accessible() == []
    address = watched.page.url
    watched.open("/me")
    visitor.in_english(watched)
    for name, path in {"preview": address, "mappings": "/data/mappings", "mapping": "/data/mappings/1", "upload": "/data/import"}.items():
        watched.open(path)
        watched.picture(f"59-en-{name}-{size['width']}", full=True)
        assert (name, watched.sideways(), watched.accessible()) == (name, 0, [])
    watched.open("/me")
    visitor.in_chinese(watched)
