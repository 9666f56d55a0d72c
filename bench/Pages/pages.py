"""How fast the pages answer, with a company of the size given (NF-01): `scripts/bench pages [CUSTOMERS] [DATA_FOLDER]`.

Makes the demonstration company unless DATA_FOLDER holds one, starts the release program on it, signs in, and measures as the client
sees it on loopback: the first board of a new process, then ROUNDS requests of every page that the navigation leads to, of every
metric's page and of the usual filters; the share of `/healthz` in it says what the network and this client cost. Chromium then says
when each page of the navigation shows its first content. At the end: the memory of the idle process.

Exit code 1 when a goal is missed: 95 % of the answers within 50 ms, a cold board within 1 s, first content within 0.5 s, 150 MB.
"""
import http.client
import os
import pathlib
import re
import shutil
import statistics
import sys
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Program"))
os.environ.setdefault("YUNCHOU_PROGRAM", str(ROOT / ".build" / "release" / "yunchou"))
import program  # noqa: E402

NAME, PASSWORD, ROUNDS = "bench", "晨雾里的第三班渡轮准时离港", 20
FILTERS = ["/board?grain=quarter", "/board?region=east", "/board?channel=tmall", "/board/metrics/revenue?by=channel",
           "/board/metrics/revenue?by=region&grain=week", "/board/metrics/revenue/behind", "/board/metrics/orders/behind",
           "/diagnose/rfm?scheme=2", "/diagnose/rfm/customers?r=5&f=5&m=5", "/api/v1/metrics", "/api/v1/board"]


class Client:
    """One connection that is kept, with the session's cookies."""

    def __init__(self, port):
        self.port, self.cookies, self.connection = port, {}, http.client.HTTPConnection("127.0.0.1", port)

    def ask(self, method, path, fields=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept-Language": "zh"}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        taken = (time.perf_counter() - started) * 1000
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer.status, text, taken

    def sign_in(self):
        _, page, _ = self.ask("GET", "/sign-in")
        token = re.search(r'name="_token" value="([^"]+)"', page)[1]
        status, page, _ = self.ask("POST", "/sign-in", {"_token": token, "name": NAME, "password": PASSWORD})
        assert status == 303, f"signing in answered {status}: {page[:400]}"


def p95(times):
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]


def memory(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def first_content(address, client, paths):
    from playwright.sync_api import sync_playwright
    shown = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": address} for name, value in client.cookies.items()])
        page = context.new_page()
        for path in ["/board"] + paths:  # the first one also brings the style sheets, as with a new visitor
            page.goto(address + path)
            paint = None
            for _ in range(100):  # our content policy forbids Playwright's own way of waiting for a condition
                paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
                if paint is not None:
                    break
                page.wait_for_timeout(20)
            shown.setdefault(path, paint)
        browser.close()
    return shown


def main():
    customers = sys.argv[1] if len(sys.argv) > 1 else "1M"
    data = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / ".build-bench" / f"pages-{customers}"
    if not (data / "warehouse.duckdb").exists():
        started = time.perf_counter()
        made = program.run("demo", "--data", data, "--customers", customers, "--seed", 1, timeout=3600)
        assert made.returncode == 0, made.stderr
        print(f"demonstration company of {customers}: {time.perf_counter() - started:.0f} s")
    added = program.run("user", "add", "--data", data, "--role", "administrator", "--role", "executive", NAME, stdin=PASSWORD + "\n")
    assert added.returncode in (0, 75), added.stderr  # 75: there since an earlier run
    print(f"machine: {os.cpu_count()} cores, {open('/proc/meminfo').readline().split()[1]} kB, load {os.getloadavg()[0]:.1f}")
    server = program.Server(data)
    missed = []

    def goal(what, value, limit, unit):
        holds = value <= limit
        print(f"{'holds ' if holds else 'MISSED'} {what}: {value:.0f} {unit} (goal {limit} {unit})")
        if not holds:
            missed.append(what)

    try:
        client = Client(server.port)
        client.sign_in()
        status, board, cold = client.ask("GET", "/board")
        assert status == 200
        print(f"cards on the board: {board.count('class=&quot;kpi') or board.count('kpi-head')}")
        goal("first board of a new process", cold, 1000, "ms")
        pages = sorted(set(re.findall(r'href="(/[^"#?]*)"', re.search(r'id="sidebar-menu".*?</nav>', board, re.S)[0])))
        _, dictionary, _ = client.ask("GET", "/data/metrics")
        metrics = sorted(set(re.findall(r'href="(/board/metrics/[a-z0-9_]+)"', dictionary)))
        paths = pages + metrics + FILTERS
        times = {path: [] for path in paths}
        base = []
        for _ in range(ROUNDS):
            for path in paths:
                status, text, taken = client.ask("GET", path)
                assert status == 200, f"{path} answered {status}: {text[:300]}"
                times[path].append(taken)
            base.append(client.ask("GET", "/healthz")[2])
        print(f"{'median':>8} {'p95':>8} ms")
        for path in sorted(paths, key=lambda path: -p95(times[path]))[:20]:
            print(f"{statistics.median(times[path]):8.1f} {p95(times[path]):8.1f}  {path}")
        print(f"{statistics.median(base):8.1f} {p95(base):8.1f}  /healthz (what client and network cost)")
        everything = [taken for all_times in times.values() for taken in all_times]
        print(f"{len(paths)} addresses x {ROUNDS}: median {statistics.median(everything):.1f} ms, max {max(everything):.1f} ms")
        goal("95 % of all answers", p95(everything), 50, "ms")
        worst = max(paths, key=lambda path: p95(times[path]))
        goal(f"95 % of the slowest address, {worst}", p95(times[worst]), 50, "ms")
        shown = first_content(server.address, client, pages)
        slowest = max((path for path in shown if shown[path]), key=lambda path: shown[path])
        print("first content:", ", ".join(f"{path} {paint:.0f} ms" for path, paint in shown.items() if paint))
        goal(f"first content of the slowest page, {slowest}", shown[slowest], 500, "ms")
        wait = int(os.environ.get("YUNCHOU_BENCH_IDLE", "330"))
        print(f"memory after use: {memory(server.process.pid):.0f} MB; waiting {wait} s")
        time.sleep(wait)
        goal("memory of the idle process", memory(server.process.pid), 150, "MB")
    finally:
        server.stop()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
