"""What scripts and operators rely on: commands, exit codes, addresses, messages in both languages."""
import json
import pathlib
import re
import socket
import sqlite3
import subprocess
import urllib.request

import pytest

import program

DOCUMENTS = [*program.ROOT.glob("*.md"), *program.ROOT.glob("docs/*/*.md")]


def commands():
    listed = program.run("--help", language="en").stdout.split("SUBCOMMANDS:")[1]
    return re.findall(r"^  ([a-z-]+) ", listed, re.M)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("contract") / "data"


@pytest.fixture(scope="module")
def server(folder):
    running = program.Server(folder)
    yield running
    running.stop()


@pytest.mark.parametrize("name", ["serve", "query", "rfm", "metric", "user", "token", "doctor", "demo", "import", "export", "backup", "restore"])
def test_the_promised_commands_are_there(name):
    assert name in commands()


@pytest.mark.parametrize("language, words", [("zh", r"[\u4e00-\u9fff]{2,}"), ("en", r"[A-Za-z]+ [A-Za-z]+")])
def test_every_help_screen_is_complete_in_its_language(language, words):
    poor = []
    for name in commands():
        shown = program.run(name, "--help", language=language)
        overview = shown.stdout.split("USAGE")[0]
        options = re.findall(r"^  (--(?!version|help)[a-z-]+)(?:[ ,].*)?$((?:\n {10,}.*)*)", shown.stdout, re.M)
        if shown.returncode != 0 or not re.search(words, overview):
            poor.append(name)
        poor += [f"{name} {option}" for option, _ in options if not re.search(words, shown.stdout.split(option, 1)[1][:300])]
    assert poor == []


def test_the_documents_name_only_commands_that_exist():
    named = {(d.name, name) for d in DOCUMENTS for name in re.findall(r"(?:\./|`)yunchou ([a-z]+)", d.read_text())}
    known = set(commands()) | {"serve"}
    assert named and sorted(f"{d}: {name}" for d, name in named if name not in known) == []


def test_health_and_metrics_answer(server):
    with urllib.request.urlopen(server.address + "/healthz") as answer:
        assert answer.status == 200 and json.load(answer)["status"] == "ok"
    with urllib.request.urlopen(server.address + "/metrics") as answer:
        text = answer.read().decode()
        assert answer.headers["content-type"].startswith("text/plain") and re.search(r"^[a-z_]+(\{.*\})? [0-9.e+]+$", text, re.M)


def test_every_answer_carries_the_strict_policy(server):
    with urllib.request.urlopen(server.address + "/healthz") as answer:
        headers = answer.headers
    assert "default-src 'self'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"]


def test_a_command_beside_the_server_is_carried_out_by_it(server, folder):
    done = program.run("query", "--data", folder, "--format", "json", "SELECT 40 + 2 AS answer")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"answer": 42})


def test_a_second_server_on_the_folder_is_refused(server, folder):
    done = program.run("serve", "--data", folder, "--port", program.free_port(), timeout=30)
    assert done.returncode == 75 and re.search(r"[\u4e00-\u9fff]", done.stderr)


def test_a_port_in_use_is_named_with_the_remedy(server, tmp_path):
    done = program.run("serve", "--data", tmp_path / "data", "--port", server.port, language="en", timeout=60)
    assert done.returncode == 69 and str(server.port) in done.stderr and "PORT=" in done.stderr


def test_accounts_are_added_from_standard_input(server, folder):
    done = program.run("user", "add", "--data", folder, "--role", "analyst", "李娜", stdin="长夜里的灯塔2026\n")
    assert done.returncode == 0 and "李娜" in program.run("user", "list", "--data", folder).stdout
    assert "长夜里的灯塔2026".encode() not in pathlib.Path(folder, "yunchou.db").read_bytes()


@pytest.mark.parametrize("arguments, stdin, code, words", [
    (["user", "add", "--role", "king", "王"], "长夜里的灯塔2026\n", 65, "analyst"),
    (["user", "add", "--role", "analyst", "短密码"], "123\n", 65, "10"),
    (["query", "DROP TABLE customer"], None, 65, ""),
    (["query", "SELECT 1; DELETE FROM customer"], None, 65, "SELECT"),
    (["query", "SELECT nothing FROM nowhere"], None, 65, "nowhere"),
    (["query", "COPY customer TO '/tmp/x.csv'"], None, 65, ""),
    (["query", "SELECT * FROM read_text('/etc/passwd')"], None, 65, "read_text"),
    (["query", "FROM '/etc/passwd.csv'"], None, 65, "/etc/passwd.csv"),
    (["export", "--sql", "FROM read_text('/etc/passwd')", "x.csv"], None, 65, "read_text"),
    (["query", "--format", "xml", "SELECT 1"], None, 64, "xml"),
    (["nonsense"], None, 64, "nonsense"),
    (["metric", "no_such_metric"], None, 66, "no_such_metric"),
])
def test_wrong_input_has_its_exit_code_and_names_the_thing(server, folder, arguments, stdin, code, words):
    if arguments[0] != "nonsense":
        split = 2 if arguments[0] == "user" else 1
        arguments = [*arguments[:split], "--data", folder, *arguments[split:]]
    done = program.run(*arguments, stdin=stdin, timeout=60)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr


def test_a_missing_engine_says_how_to_get_it(tmp_path):
    environment = dict(program.environment("en"), YUNCHOU_ENGINE="/nowhere/libduckdb.so")
    done = subprocess.run([str(program.PROGRAM), "query", "--data", str(tmp_path / "data"), "SELECT 1"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 69 and "/nowhere/libduckdb.so" in done.stderr and "YUNCHOU_ENGINE" in done.stderr


def test_a_library_that_is_no_engine_is_refused(tmp_path):
    wrong = tmp_path / "libduckdb.so"
    wrong.write_bytes(b"not a library")
    environment = dict(program.environment("en"), YUNCHOU_ENGINE=str(wrong))
    done = subprocess.run([str(program.PROGRAM), "query", "--data", str(tmp_path / "data"), "SELECT 1"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 69 and str(wrong) in done.stderr


@pytest.mark.parametrize("setting, value", [("YUNCHOU_PORT", "eighty"), ("YUNCHOU_ENGINE_MEMORY_MIB", "1"), ("YUNCHOU_PUBLIC_URL", "marketing")])
def test_a_wrong_setting_stops_the_start_and_is_named(tmp_path, setting, value):
    environment = dict(program.environment("en"), **{setting: value})
    done = subprocess.run([str(program.PROGRAM), "serve", "--data", str(tmp_path / "data")], env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 65 and value in done.stderr


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("I am a file")
    done = program.run("query", "--data", tmp_path / "data", "SELECT 1", language="en")
    assert done.returncode in (65, 69) and "data" in done.stderr and (tmp_path / "data").read_text() == "I am a file"


def test_doctor_is_content_with_a_new_folder_and_finds_an_altered_audit_entry(tmp_path):
    data = tmp_path / "data"
    for name in ("一", "二", "三"):
        assert program.run("user", "add", "--data", data, "--role", "analyst", "员工" + name, stdin="长夜里的灯塔2026\n").returncode == 0
    well = program.run("doctor", "--data", data, "--json")
    assert well.returncode == 0 and all(json.loads(line) for line in well.stdout.splitlines())
    with sqlite3.connect(data / "yunchou.db") as store:
        triggers = [row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '%audit%'")]
        for name in triggers:
            store.execute(f'DROP TRIGGER "{name}"')
        table = store.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'audit%'").fetchone()[0]
        store.execute(f"UPDATE {table} SET action = 'nothing' WHERE rowid = 2")
    assert program.run("doctor", "--data", data).returncode == 69


def test_the_launcher_runs_the_program_of_this_checkout():
    built = program.ROOT / ".build" / "release" / "yunchou"
    if not built.exists():
        pytest.skip("there is no release build here")
    done = subprocess.run([str(program.ROOT / "yunchou"), "--version"], env=dict(program.environment(), YUNCHOU_NO_BUILD="1"), capture_output=True, text=True, check=False)
    assert done.returncode == 0 and re.match(r"\d+\.\d+", done.stdout)
