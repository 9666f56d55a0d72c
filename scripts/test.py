"""Runs test suites one after the other, prints what failed, and ends with `N passed, N failed, N skipped`.

    scripts/test all                     what `make test` runs
    scripts/test swift [--filter NAME]   the Swift tests; ONLY=Engine,Store builds and runs only those rooms
    scripts/test setup|program|browser|spark [pytest arguments]

One debug build serves all suites: the program and browser suites start the program that the Swift tests were built with.
Exit code 0 when everything passed, 1 when something failed, 2 when nothing was run.
"""
import dataclasses
import os
import pathlib
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
REPORTS = ROOT / ".build" / "reports"
PYTEST = ROOT / ".tools" / "browser" / "bin" / "python"
ALL = ["setup", "swift", "program", "browser"]


@dataclasses.dataclass
class Outcome:
    passed: int = 0
    failed: list = dataclasses.field(default_factory=list)
    skipped: int = 0

    def add(self, other):
        return Outcome(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def say(text):
    print(f"test: {text}", flush=True)


def run(command, **settings):
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False, **settings).returncode


def read_report(path, exit_code, suite):
    """The counts of a JUnit report. A run that ended badly without saying which test failed counts as one failure."""
    outcome = Outcome()
    if path.exists():
        for case in xml.parse(path).iter("testcase"):
            name = f"{case.get('classname')} {case.get('name')}"
            if case.find("failure") is not None or case.find("error") is not None:
                outcome.failed.append(name)
            elif case.find("skipped") is not None:
                outcome.skipped += 1
            else:
                outcome.passed += 1
    if exit_code != 0 and not outcome.failed:
        outcome.failed.append(f"{suite}: ended with exit code {exit_code} and named no failed test; its output stands above")
    return outcome


def build(environment, *what):
    """One debug build, which all suites share."""
    started = time.monotonic()
    say("building (debug); from nothing this takes some minutes on two cores")
    code = run(["swift", "build", *what], env=environment)
    say(f"built in {time.monotonic() - started:.0f} s")
    return Outcome() if code == 0 else Outcome(failed=["the build failed; its output stands above"])


def swift(arguments):
    environment = dict(os.environ)
    if os.environ.get("ONLY"):
        environment["YUNCHOU_ONLY"] = os.environ["ONLY"]
    # All at once, 500 tests on two cores starve each other until their time limits; four at a time are also faster as a whole.
    environment.setdefault("SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH", "4")
    built = build(environment, "--build-tests")
    if built.failed:
        return built
    report = REPORTS / "swift.xml"
    code = run(["swift", "test", "--skip-build", "--xunit-output", report, *arguments], env=environment)
    return read_report(REPORTS / "swift-swift-testing.xml", code, "swift")


def pytest(suite, arguments):
    folder = ROOT / "Tests" / suite.capitalize()
    report = REPORTS / f"{suite}.xml"
    command = [PYTEST, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", "-rfE", folder, f"--junitxml={report}", *arguments]
    return read_report(report, run(command), suite)


def run_suite(suite, arguments):
    started = time.monotonic()
    say(f"{suite}: begins")
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in REPORTS.glob(f"{suite}*.xml"):
        old.unlink()
    outcome = swift(arguments) if suite == "swift" else pytest(suite, arguments)
    say(f"{suite}: {len(outcome.failed)} failed, {outcome.passed} passed, {outcome.skipped} left out, {time.monotonic() - started:.0f} s")
    return outcome


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        return 0 if len(sys.argv) > 1 else 2
    suites = ALL if sys.argv[1] == "all" else [sys.argv[1]]
    unknown = [suite for suite in suites if suite != "swift" and not (ROOT / "Tests" / suite.capitalize()).is_dir()]
    if unknown:
        print(f"test: there is no suite called {', '.join(unknown)}. The suites are swift, setup, program, browser, spark.")
        return 2
    started, total = time.monotonic(), Outcome()
    if suites[0] in ("program", "browser"):  # run alone: they start the program, so it has to be there
        total = build(dict(os.environ), "--product", "yunchou")
        suites = [] if total.failed else suites
    for suite in suites:
        total = total.add(run_suite(suite, sys.argv[2:]))
    for name in total.failed:
        print(f"FAILED {name}")
    say(f"all suites took {(time.monotonic() - started) / 60:.1f} min")
    print(f"{total.passed} passed, {len(total.failed)} failed, {total.skipped} skipped", flush=True)
    return 1 if total.failed else 0 if total.passed else 2


if __name__ == "__main__":
    sys.exit(main())
