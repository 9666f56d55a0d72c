"""Kill -9 and a full disk at moments nobody chose: never half, nothing twice, nothing lost."""
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time
import uuid

import pytest

import program

ROWS = 150_000
MOMENTS = [0.15, 0.4, 0.65, 0.9]
SIGNATURE = """SELECT (SELECT count(*) FROM order_header) AS orders, (SELECT coalesce(sum(amount_fen), 0) FROM order_header) AS fen,
(SELECT count(DISTINCT order_no) FROM order_header) AS numbers, (SELECT count(*) FROM customer) AS customers,
(SELECT count(*) FROM event) AS events, (SELECT count(*) FROM load) AS loads"""


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    path = tmp_path_factory.mktemp("crash") / "orders.csv"
    with path.open("w") as out:
        out.write("订单号,客户编号,下单时间,实付金额,渠道,订单状态\n")
        for n in range(ROWS):
            out.write(f"T{n:07d},C{n * 7919 % 20000:06d},2025-{n % 12 + 1:02d}-{n % 28 + 1:02d} {n % 24:02d}:00:00,{n % 5000 + 1}.50,天猫,已支付\n")
    return path


def content(data, columns=("orders", "fen", "numbers", "customers", "events")):
    done = program.run("query", "--data", data, "--format", "csv", SIGNATURE)
    assert done.returncode == 0, done.stderr
    names, values = (line.split(",") for line in done.stdout.strip().splitlines())
    found = dict(zip(names, map(int, values)))
    return tuple(found[name] for name in columns)


def start(*arguments):
    return subprocess.Popen([str(program.PROGRAM), *map(str, arguments)], env=program.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_after(seconds, *arguments):
    """Whether the kill came before the end."""
    running = start(*arguments)
    try:
        running.wait(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        return True


def timed(*arguments):
    started = time.monotonic()
    done = program.run(*arguments)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - started


def import_orders(data, file):
    return ("import", "--data", data, "--into", "order_header", file)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, orders):
    """How long the import takes, and what it leaves."""
    data = tmp_path_factory.mktemp("undisturbed") / "data"
    seconds = timed(*import_orders(data, orders))
    found = content(data)
    assert found[0] == ROWS
    return seconds, found


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_import_that_is_killed_leaves_all_or_nothing_and_can_be_repeated(tmp_path, orders, undisturbed, moment):
    seconds, wanted = undisturbed
    data = tmp_path / "data"
    kill_after(seconds * moment, *import_orders(data, orders))
    assert content(data)[0] in (0, ROWS)
    timed(*import_orders(data, orders))
    assert content(data) == wanted


def test_the_same_file_twice_changes_nothing(tmp_path, orders, undisturbed):
    data = tmp_path / "data"
    timed(*import_orders(data, orders))
    timed(*import_orders(data, orders))
    assert content(data) == undisturbed[1]


def demo(data):
    return ("demo", "--data", data, "--customers", "2k", "--seed", "7")


def sales(data):
    """Computed from roll-ups, which a kill may have left behind the tables."""
    done = program.run("metric", "--data", data, "revenue", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["rows"]


@pytest.fixture(scope="module")
def small_company(tmp_path_factory):
    data = tmp_path_factory.mktemp("company") / "data"
    seconds = timed(*demo(data))
    return seconds, content(data), sales(data)


@pytest.mark.parametrize("moment", [0.3, 0.6, 0.9])
def test_a_demonstration_company_that_is_killed_while_it_is_made_is_whole_or_not_there(tmp_path, moment, small_company):
    seconds, wanted, figures = small_company
    data = tmp_path / "data"
    kill_after(seconds * moment, *demo(data))
    if content(data) != wanted:
        assert content(data) == (0, 0, 0, 0, 0)
        timed(*demo(data))
    assert (content(data), sales(data)) == (wanted, figures)


def backups(data):
    return sorted(path for path in pathlib.Path(data, "backups").glob("*")) if pathlib.Path(data, "backups").exists() else []


def test_a_backup_restores_to_the_same_content_and_a_killed_one_is_never_taken_for_whole(tmp_path, orders, undisturbed):
    data, wanted = tmp_path / "data", undisturbed[1]
    timed(*import_orders(data, orders))
    seconds = timed("backup", "--data", data)
    whole = backups(data)
    assert len(whole) == 1
    timed("restore", "--data", tmp_path / "restored", whole[0])
    assert content(tmp_path / "restored") == wanted
    for moment in (0.3, 0.6, 0.9):
        kill_after(seconds * moment, "backup", "--data", data)
        assert content(data) == wanted
    for number, path in enumerate(set(backups(data)) - set(whole)):
        target = tmp_path / f"from-killed-{number}"
        done = program.run("restore", "--data", target, path)
        assert (done.returncode == 0 and content(target) == wanted) or re.search(r"[\u4e00-\u9fff]", done.stderr)
    timed("backup", "--data", data)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 40 MiB of its own; needs root."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", place], capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can make a small disk")
    yield place
    subprocess.run(["umount", "-l", place], check=False)


def fill(place, leave):
    free = shutil.disk_usage(place).free
    with open(place / "ballast", "wb") as ballast:
        ballast.write(b"\0" * max(0, free - leave))


def test_a_full_disk_is_named_and_nothing_is_lost(small_disk, orders, undisturbed):
    data = small_disk / "data"
    assert program.run("user", "add", "--data", data, "--role", "analyst", "李娜", stdin="长夜里的灯塔2026\n").returncode == 0
    fill(small_disk, leave=1_500_000)
    done = program.run(*import_orders(data, orders), language="zh")
    assert done.returncode == 69 and re.search(r"磁盘|空间", done.stderr), (done.returncode, done.stderr)
    os.remove(small_disk / "ballast")
    subprocess.run(["mount", "-o", "remount,size=1g", small_disk], check=True)
    assert content(data)[0] == 0 and "李娜" in program.run("user", "list", "--data", data).stdout
    timed(*import_orders(data, orders))
    assert content(data) == undisturbed[1]


# --- a kill while roll-ups are counted

ROLLUPS = ["sales_daily", "customer_day", "lifecycle_daily"]


def tables(data, names=ROLLUPS):
    """What stands in the tables, row by row in their own order; None where one has not been made yet."""
    found = {}
    for name in names:
        done = program.run("query", "--data", data, "--format", "csv", f"SELECT * FROM {name} ORDER BY ALL")
        found[name] = done.stdout if done.returncode == 0 else None
    return found


def kill_at(words, delay, *arguments):
    """Kills -9 so many seconds after the progress line on the terminal shows these words. False where it never did."""
    terminal, end = os.openpty()
    running = subprocess.Popen([str(program.PROGRAM), *map(str, arguments)], env=program.environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    seen = b""
    try:
        while words.encode() not in seen:
            piece = os.read(terminal, 4096)
            if not piece:
                return False
            seen += piece
        time.sleep(delay)
    except OSError:  # the terminal ends with the program
        return False
    finally:
        running.kill()
        running.wait()
        os.close(terminal)
    return True


@pytest.fixture(scope="module")
def rolled_up(tmp_path_factory, orders):
    data = tmp_path_factory.mktemp("rolled-up") / "data"
    timed(*import_orders(data, orders))
    return tables(data)


@pytest.mark.parametrize("delay", [0, 0.1, 0.4])
def test_roll_ups_that_are_killed_are_the_old_ones_and_the_same_import_again_completes_them(tmp_path, orders, undisturbed, rolled_up, delay):
    data = tmp_path / "data"
    assert kill_at("更新指标汇总", delay, *import_orders(data, orders))
    assert content(data) == undisturbed[1]
    left = tables(data)
    assert all(not rows or rows == rolled_up[name] or len(rows.splitlines()) == 1 for name, rows in left.items()), "half a roll-up"
    timed(*import_orders(data, orders))
    assert tables(data) == rolled_up


# --- an import job of the server

BINDINGS = {"order_no": "订单号", "customer_no": "客户编号", "ordered_at": "下单时间", "amount": "实付金额", "channel": "渠道", "status": "订单状态"}


def send_in(data, file):
    """Puts a job where the server finds it, as the page of imports does; the server is not running."""
    upload, now = str(uuid.uuid4()), time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime())
    shelf = pathlib.Path(data, "files", "uploads")
    shelf.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, shelf / f"{upload}.data")
    note = {"id": upload, "name": "orders.csv", "account": 1, "bytes": os.path.getsize(file), "arrivedAt": {"microseconds": time.time_ns() // 1000}}
    (shelf / f"{upload}.json").write_text(json.dumps(note))
    mapping = {"version": 1, "name": "orders", "target": "order_header", "bindings": [{"field": f, "column": c} for f, c in BINDINGS.items()]}
    order = {"upload": upload, "name": "orders.csv", "account": 1, "mapping": mapping, "isTrial": False}
    with sqlite3.connect(pathlib.Path(data, "yunchou.db")) as database:
        return database.execute("INSERT INTO job (kind, payload, author, state, queued_at) VALUES ('import', ?, 'system', 'queued', ?)",
                                [json.dumps(order), now]).lastrowid


def job(data, number):
    with sqlite3.connect(f"file:{pathlib.Path(data, 'yunchou.db')}?mode=ro", uri=True) as database:
        return database.execute("SELECT state, attempt, done, step_zh, problem_zh FROM job WHERE job_id = ?", [number]).fetchone()


def wait_for(data, number, reached, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = job(data, number)
        if reached(*found):
            return found
        time.sleep(0.02)
    raise AssertionError(f"the job stands at {found}")


@pytest.mark.parametrize("step", ["检查文件", "读取数据", "写入数据表", "更新指标汇总"])
def test_an_import_job_of_a_killed_server_is_done_after_the_next_start_once_and_whole(tmp_path, orders, undisturbed, rolled_up, step):
    data = tmp_path / "data"
    first = program.Server(data)
    first.stop()
    number = send_in(data, orders)
    left = pathlib.Path(data, "files", "import")
    left.mkdir(exist_ok=True)
    (left / "clean-killed.csv").write_text("1,C000001\n")
    server = program.Server(data)
    assert not (left / "clean-killed.csv").exists(), "a copy with customers' rows was left"
    wait_for(data, number, lambda state, attempt, done, at, problem: at == step or state == "done")
    server.kill()
    again = program.Server(data)
    found = wait_for(data, number, lambda state, *rest: state in ("done", "failed", "cancelled"))
    again.stop()
    assert found[0] == "done", found
    assert content(data, ("orders", "fen", "numbers", "customers", "events", "loads")) == (*undisturbed[1], 1)
    assert tables(data) == rolled_up


# --- a kill between roll-ups and tiers

HELD = "SELECT customer_id, scheme, tier, valid_from FROM customer_tier WHERE valid_to IS NULL ORDER BY ALL"


def held_tiers(data):
    done = program.run("query", "--data", data, "--format", "csv", HELD)
    return done.stdout if done.returncode == 0 else None


@pytest.fixture(scope="module")
def tiered(tmp_path_factory, orders):
    data = tmp_path_factory.mktemp("tiered") / "data"
    timed(*import_orders(data, orders))
    found = held_tiers(data)
    assert found and len(found.splitlines()) > 20_000
    return found


def test_tiers_that_a_kill_left_behind_their_load_are_completed_by_the_same_import(tmp_path, orders, rolled_up, tiered):
    data = tmp_path / "data"
    assert kill_at("汇总每位客户的订单", 0, *import_orders(data, orders))
    assert tables(data) == rolled_up
    assert held_tiers(data) != tiered
    timed(*import_orders(data, orders))
    assert held_tiers(data) == tiered


def test_tiers_that_a_kill_left_behind_their_load_are_completed_by_the_next_start(tmp_path, orders, tiered):
    data = tmp_path / "data"
    assert kill_at("汇总每位客户的订单", 0, *import_orders(data, orders))
    server = program.Server(data)
    end = time.monotonic() + 120
    while held_tiers(data) != tiered and time.monotonic() < end:
        time.sleep(0.5)
    server.stop()
    assert held_tiers(data) == tiered
