"""How fast a list of many records filters, sorts and pages: `scripts/bench records [COUNT] [KIND …]`.

Makes an empty data folder with the program that YUNCHOU_PROGRAM names (the release build unless said), fills COUNT records (100,000) of
each KIND into its file, values drawn by chance for every declared field, starts the server on it and asks, over HTTP as REST and as
GraphQL do, ROUNDS times each: the first page, filters by every field (one value, a range, empty), sorting by every field both ways, pages 1,000 and
the last, words to search for, several filters together. Every answer's total is compared with SQLite's own count by a plain condition.

Prints the slowest and the middle of each; `server` is what the answer takes without what `/healthz` takes on the same connection.
Exit code 1 when one takes more than 100 ms at the median.
"""
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Program"))
os.environ.setdefault("YUNCHOU_PROGRAM", str(ROOT / ".build" / "release" / "yunchou"))
import program  # noqa: E402
from graphql_client import signed_in  # noqa: E402

GOAL, ROUNDS = 100, int(os.environ.get("YUNCHOU_BENCH_ROUNDS", "5"))
KINDS = ["risk", "calendar_entry", "portfolio_review", "task"]
WORDS = "预算 增长 会员 渠道 促销 新品 节日 门店 复购 投放 内容 直播 供应 竞品 价格 region launch channel budget member".split()
LONG = 150  # characters of a long text


class Filler:
    """Writes records straight into the file, as a year of work would have left them."""

    def __init__(self, database, seed=1):
        self.db, self.dice = sqlite3.connect(database), random.Random(seed)
        self.db.execute("PRAGMA foreign_keys = OFF")
        self.db.execute("PRAGMA synchronous = OFF")
        # Kinds do not tell programs their ranges, and how large a number is makes no list slower.
        self.db.execute("PRAGMA ignore_check_constraints = ON")
        # Drawn once: making texts would take longer than writing them.
        self.lines, self.long = ([self.text(self.dice.randint(4, 24)) for _ in range(5_000)], [self.text(LONG) for _ in range(500)])
        self.spread = {text: spread(text) for text in self.lines + self.long}

    def text(self, length):
        """Latin words stand between blanks, as people write them; Chinese ones follow each other."""
        words = []
        while sum(map(len, words)) < length:
            word = self.dice.choice(WORDS)
            words.append(f" {word} " if word.isascii() else word)
        return "".join(words).strip()[:length].strip()

    def value(self, field):
        kind, choices = field["kind"], field["choices"]
        if field["id"] != "title" and self.dice.random() < 0.1:
            return None
        if kind == "choice":
            return self.dice.choice(choices)
        if kind == "choices":
            return json.dumps([code for code in choices if self.dice.random() < 0.3])
        return {
            "text": lambda: self.dice.choice(self.lines), "long_text": lambda: self.dice.choice(self.long),
            "number": lambda: round(self.dice.uniform(0, 10), 2), "scale": lambda: self.dice.randint(1, 5),
            "money": lambda: self.dice.randrange(10_000_000), "share": lambda: round(self.dice.random(), 3),
            "day": lambda: f"202{self.dice.randint(5, 7)}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}",
            "flag": lambda: self.dice.randint(0, 1), "person": lambda: 1, "people": lambda: "[1]",
            "link": lambda: self.target(field["links_to"]), "metric": lambda: self.dice.choice(["revenue", "orders", "customers"]),
            "region": lambda: self.dice.choice(["east", "south", "north"]), "web": lambda: f"https://example.com/{self.dice.randrange(10**6)}",
        }[kind]()

    def target(self, kind):
        return self.dice.choice(self.targets[kind])

    def fill(self, kind, count, described):
        linked = {field["links_to"] for field in kind["fields"] if field["links_to"]}
        self.targets = {name: self.few(described[name]) for name in linked}
        self.write(kind, count)
        self.db.commit()

    def few(self, kind):
        """Twenty records to be linked to; their own links stay empty."""
        found = [row[0] for row in self.db.execute("SELECT record_id FROM record WHERE type = ? LIMIT 20", [kind["id"]])]
        if len(found) < 20:
            self.write({**kind, "fields": [field for field in kind["fields"] if not field["links_to"]]}, 20 - len(found))
        return [row[0] for row in self.db.execute("SELECT record_id FROM record WHERE type = ? LIMIT 20", [kind["id"]])]

    def write(self, kind, count):
        stored = [field for field in kind["fields"] if field["kind"] != "links"]
        several = [field for field in kind["fields"] if field["kind"] == "links"]
        states = [state["id"] for state in kind["states"]]
        first, number = (self.db.execute("SELECT coalesce(max(record_id), 0) FROM record").fetchone()[0],
                         self.db.execute("SELECT coalesce(max(number), 0) FROM record WHERE type = ?", [kind["id"]]).fetchone()[0])
        columns = ["record_id", "number", "version", "state", "created_at", "created_by", "changed_at", "changed_by", "archived_at"]
        insert = f"INSERT INTO r_{kind['id']} ({', '.join(columns + [field['id'] for field in stored])}) VALUES ({', '.join('?' * (len(columns) + len(stored)))})"
        rows, records, versions, words, links = [], [], [], [], []
        for place in range(1, count + 1):
            identity = first + place
            values = [self.value(field) for field in stored]
            made = f"2026-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}T{self.dice.randint(0, 23):02}:00:00.000000Z"
            archived = made if self.dice.random() < 0.05 else None
            rows.append([identity, number + place, 1, self.dice.choice(states), made, "bench", made, "bench", archived] + values)
            records.append((identity, kind["id"], number + place))
            versions.append((identity, 1, "create", states[0], "{}", "bench", made))
            texts = [value for field, value in zip(stored, values) if field["kind"] in ("text", "long_text") and value and field["id"] != "title"]
            words.append((identity, f"{kind['prefix']}-{number + place} {self.spread[values[0]]}", "\n".join(map(self.spread.get, texts)), kind["id"].replace("_", "0")))
            for field in several:
                targets = self.dice.sample(self.targets[field["links_to"]], self.dice.randint(0, 3))
                links += [(identity, field["id"], target, spot) for spot, target in enumerate(targets)]
        self.db.executemany("INSERT INTO record (record_id, type, number) VALUES (?, ?, ?)", records)
        self.db.executemany(insert, rows)
        self.db.executemany("INSERT INTO record_version (record_id, version, action, state, body, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)", versions)
        self.db.executemany("INSERT INTO record_search (rowid, title, body, kind) VALUES (?, ?, ?, ?)", words)
        self.db.executemany("INSERT INTO record_link (record_id, field, target_id, place) VALUES (?, ?, ?, ?)", links)


def spread(text):
    """As the program's index cuts Chinese: each two signs a word, and the last of a run."""
    return re.sub(r"[\u3400-\u9fff]+", lambda run: " " + " ".join([a + b for a, b in zip(run[0], run[0][1:])] + [run[0][-1]]) + " ", text)


def questions(kind, count, db):
    """Name, address, and a plain condition whose count the answer must have."""
    table, live = f"r_{kind['id']}", "archived_at IS NULL"
    code = lambda target, identity: db.execute(f"SELECT number FROM record WHERE record_id = {identity}").fetchone()[0]
    yield "first page", {}, live
    yield "page 1,000", {"page": 1_000}, live
    yield "last page", {"page": count // 50}, live
    yield "page 1,000 by title", {"page": 1_000, "sort": "title"}, live
    yield "archived too", {"archived": 1}, "TRUE"
    yield "by state", {"state": kind["states"][0]["id"]}, f"{live} AND state = '{kind['states'][0]['id']}'"
    for field in kind["fields"]:
        name, sort = field["id"], field["kind"] != "links"
        if sort:
            yield f"sort by {name}", {"sort": name}, live
            yield f"sort by {name}, the largest first, page 1,000", {"sort": "-" + name, "page": 1_000}, live
            yield f"{name} empty", {name + ".empty": 1}, f"{live} AND {name} IS NULL"
        if field["kind"] == "choice":
            yield f"{name} one", {name: field["choices"][0]}, f"{live} AND {name} = '{field['choices'][0]}'"
        elif field["kind"] == "choices":
            yield f"{name} one", {name: field["choices"][0]}, f"""{live} AND {name} LIKE '%"{field["choices"][0]}"%'"""
        elif field["kind"] in ("scale", "number"):
            yield f"{name} range", {name + ".from": 2, name + ".to": 3}, f"{live} AND {name} BETWEEN 2 AND 3"
        elif field["kind"] == "money":
            yield f"{name} range", {name + ".from": 1_000, name + ".to": 5_000}, f"{live} AND {name} BETWEEN 100000 AND 500000"
        elif field["kind"] == "share":
            yield f"{name} range", {name + ".from": "20%", name + ".to": "30%"}, f"{live} AND {name} BETWEEN 0.2 AND 0.3"
        elif field["kind"] == "day":
            yield f"{name} range", {name + ".from": "2026-02-01", name + ".to": "2026-03-15"}, f"{live} AND {name} BETWEEN '2026-02-01' AND '2026-03-15'"
        elif field["kind"] == "person":
            yield f"{name} one", {name: "bench"}, f"{live} AND {name} = 1"
        elif field["kind"] == "people":
            yield f"{name} one", {name: "bench"}, f"{live} AND {name} LIKE '%1%'"
        elif field["kind"] == "link":
            target = db.execute(f"SELECT {name} FROM {table} WHERE {name} NOT NULL LIMIT 1").fetchone()[0]
            yield f"{name} one", {name: f"{field['prefix']}-{code(field, target)}"}, f"{live} AND {name} = {target}"
        elif field["kind"] == "links":
            target = db.execute(f"SELECT target_id FROM record_link WHERE field = '{name}' AND record_id IN (SELECT record_id FROM {table}) LIMIT 1").fetchone()[0]
            yield f"{name} one", {name: f"{field['prefix']}-{code(field, target)}"}, (
                f"{live} AND record_id IN (SELECT record_id FROM record_link WHERE field = '{name}' AND target_id = {target})")
            yield f"{name} empty", {name + ".empty": 1}, f"{live} AND record_id NOT IN (SELECT record_id FROM record_link WHERE field = '{name}')"
        elif field["kind"] in ("metric", "region"):
            one = "revenue" if field["kind"] == "metric" else "east"
            yield f"{name} one", {name: one}, f"{live} AND {name} = '{one}'"
        elif field["kind"] == "flag":
            yield f"{name} one", {name: "true"}, f"{live} AND {name} = 1"
    for words in ("会员", "会", "会员复购", "budget", "bu", "nothinglikeit"):
        yield f"search {words}", {"q": words}, None
    choice = next(field for field in kind["fields"] if field["kind"] == "choice")
    day = next((field["id"] for field in kind["fields"] if field["kind"] == "day"), None)
    if day:
        yield "choice and days, by day, page 20", {choice["id"]: choice["choices"][0], day + ".from": "2026-01-01", "sort": day, "page": 20}, (
            f"{live} AND {choice['id']} = '{choice['choices'][0]}' AND {day} >= '2026-01-01'")
    yield "search with state, by title", {"q": "会员", "state": kind["states"][0]["id"], "sort": "title"}, None


class Clocked:
    """Asks with a token over one connection and says how long it took."""

    def __init__(self, client):
        self.client = client

    def ask(self, path):
        started = time.perf_counter()
        self.client.connection.request("GET", path, None, self.client.headers)
        answer = self.client.connection.getresponse()
        text = answer.read()
        return answer.status, text, (time.perf_counter() - started) * 1000


def main():
    count = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 100_000
    wanted = sys.argv[2:] or KINDS
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yunchou-records-"))
    data, slow = folder / "data", []
    print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {program.PROGRAM}")
    server = program.Server(data, language="en")
    try:
        client = signed_in(data, server.port, "bench", "executive", "marketing")
        kinds = {kind["id"]: kind for kind in client.get("/api/v1/records")}
        server.stop()
        for kind in kinds.values():
            for field in kind["fields"]:
                field["prefix"] = kinds.get(field["links_to"] or "", {}).get("prefix")
        started = time.perf_counter()
        filler = Filler(data / "yunchou.db")
        for name in wanted:
            filler.fill(kinds[name], count, kinds)
        # As a server that ran for a while leaves it: nothing waits in the log beside the file.
        filler.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"{count:,} records of each of {', '.join(wanted)}: {time.perf_counter() - started:.0f} s, {(data / 'yunchou.db').stat().st_size >> 20} MB")
        server = program.Server(data, language="en")
        clocked = Clocked(type(client)(server.port, client.headers["Authorization"].removeprefix("Bearer ")))
        base = statistics.median(clocked.ask("/healthz")[2] for _ in range(20))
        print(f"/healthz answers in {base:.1f} ms; the goal is {GOAL} ms at the server, {ROUNDS} rounds")
        for name in wanted:
            print(f"--- {name}")
            for said, fields, condition in list(questions(kinds[name], count, filler.db)):
                path = f"/api/v1/records/{name}?" + urllib.parse.urlencode({"size": 50, **fields})
                times = []
                for _ in range(ROUNDS):
                    status, text, taken = clocked.ask(path)
                    assert status == 200, (path, text[:300])
                    times.append(taken - base)
                total = json.loads(text)["total"]
                if condition:
                    truth = filler.db.execute(f"SELECT count(*) FROM r_{name} WHERE {condition}").fetchone()[0]
                    assert total == truth, (path, total, truth)
                median = statistics.median(times)
                mark = "SLOW" if median > GOAL else ""
                if mark:
                    slow.append(f"{name}: {said}")
                print(f"{median:7.1f} ms  (worst {max(times):6.1f})  {total:7,} found  {said} {mark}")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(slow)} over {GOAL} ms: {'; '.join(slow)}" if slow else f"all within {GOAL} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
