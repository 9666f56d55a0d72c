"""The program under test: the debug build that the Swift tests were made with, in a folder and on a port of its own."""
import os
import pathlib
import re
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("YUNCHOU_PROGRAM", ROOT / ".build" / "debug" / "yunchou"))
REFERENCE = pathlib.Path(os.environ.get("YUNCHOU_REFERENCE_DATA", ROOT.parent / "shared" / "data"))


def environment(language="zh"):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("YUNCHOU_", "LC_", "LANG"))}
    return dict(inherited, YUNCHOU_ENGINE=str(ROOT / ".engine" / "duckdb.so"), YUNCHOU_ASSETS=str(ROOT / ".assets"),
                YUNCHOU_LANGUAGE=language, LANG="C.UTF-8")


def run(*arguments, language="zh", stdin=None, timeout=300):
    """One command to its end: its exit code, output and errors."""
    return subprocess.run([str(PROGRAM), *map(str, arguments)], env=environment(language), input=stdin, capture_output=True, text=True,
                          timeout=timeout, check=False)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`yunchou serve` on a data folder. `output` holds what it has printed."""

    def __init__(self, data, language="zh"):
        self.data, self.port, self.output = pathlib.Path(data), free_port(), ""
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen([str(PROGRAM), "serve", "--data", str(data), "--port", str(self.port)], env=environment(language),
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.wait_until_healthy()

    def _read(self):
        for line in self.process.stdout:
            self.output += line

    def wait_until_healthy(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                self.reader.join(5)
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.output}")
            try:
                with urllib.request.urlopen(self.address + "/healthz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"the server did not answer in {seconds} s:\n{self.output}")

    def set_up_link(self, seconds=10):
        """The one-time link among what the server prints at its first start."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(r"https?://[^\s\"'，。]*set-?up[^\s\"'，。]*", self.output)
            if found:
                return found[0]
            time.sleep(0.1)
        raise AssertionError(f"no set-up link was printed:\n{self.output}")

    def stop(self):
        """As an operator does it: SIGTERM, and it ends by itself."""
        self.process.terminate()
        code = self.process.wait(timeout=30)
        self.reader.join(5)
        return code

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=30)
