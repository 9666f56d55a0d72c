"""Kill -9 and a full disk at moments nobody chose: never half, nothing twice, nothing lost."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import time

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
