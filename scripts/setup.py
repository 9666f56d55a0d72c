"""What a command of this project needs on the machine, and nothing more.

    scripts/setup            what `make run` needs: Debian packages, the engine, the web assets
    scripts/setup build      what `make build` needs
    scripts/setup test       also the browser, its driver and the Spark Connect server of the tests
    scripts/setup spark      also a real Spark, for `make test-spark`
    scripts/setup bench      also the peers that benchmarks compare with
    scripts/setup COMMAND --update   after a version was changed in scripts/lock.json: write the new hashes there

Every package of a registry is pinned in scripts/lock.json by version and sha256, and so is every file taken out
of it: a difference stops the set-up before anything of it is used. Standard library only. A second run is quick.
"""
import argparse
import fcntl
import gzip
import hashlib
import io
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCK = ROOT / "scripts" / "lock.json"
TOOLS = ROOT / ".tools"
FORM = 1  # raise it when what this script writes changes: everything is then made anew
COMPRESSED = {".js", ".mjs", ".css", ".svg"}


class SetupError(Exception):
    """Something a person can mend; the text says how."""


def say(text):
    print(f"setup: {text}", flush=True)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# --- Debian packages and Swift -----------------------------------------------------------------------------

def missing_packages(names):
    listed = subprocess.run(["dpkg-query", "-W", "-f=${Package}=${db:Status-Status}\n", *names],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    installed = {line.split("=")[0] for line in listed.splitlines() if line.endswith("=installed")}
    return [name for name in names if name not in installed]


def install_debian_packages(names):
    if shutil.which("dpkg-query") is None:
        raise SetupError(f"this system has no dpkg: set-up knows Debian 12. Install the equivalents of these packages\n"
                         f"  {' '.join(names)}\nand run again with YUNCHOU_SKIP_APT=1.")
    missing = missing_packages(names)
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if sudo and shutil.which("sudo") is None:
        raise SetupError(f"{len(missing)} Debian packages are missing, and neither root nor sudo is at hand. As root, run once:\n"
                         f"  apt-get update && {' '.join(install)}")
    say(f"installing {len(missing)} Debian packages: {' '.join(missing)}")
    silent = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-q"], install):
        if subprocess.run(sudo + command, env=silent, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise SetupError(f"`{' '.join(command)}` failed; its own message stands above. Mend that and run again.")


def check_swift(wanted):
    remedy = (f"Swift {wanted} or newer is needed to build. Get the Debian 12 toolchain from swift.org (Install, Linux), unpack it,\n"
              f"  and put its usr/bin folder on PATH; `swift --version` then answers.")
    if shutil.which("swift") is None:
        raise SetupError(f"there is no `swift` on PATH. {remedy}")
    folder = pathlib.Path(shutil.which("swift")).resolve()
    stamp = TOOLS / "swift.stamp"
    known = f"{folder} {folder.stat().st_mtime_ns} {wanted}"
    if stamp.exists() and stamp.read_text() == known:
        return
    answer = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout
    found = re.search(r"Swift version (\d+)\.(\d+)", answer)
    if found is None or (int(found[1]), int(found[2])) < tuple(int(part) for part in wanted.split(".")):
        raise SetupError(f"`swift --version` says: {answer.strip().splitlines()[0] if answer.strip() else 'nothing'}. {remedy}")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(known)


# --- Packages of the registry ------------------------------------------------------------------------------

class Registry:
    """Downloads pinned wheels through pip and opens them only when they are what the lock says."""

    def __init__(self, lock, folder, update):
        self.lock, self.folder, self.update, self.wheels = lock, pathlib.Path(folder), update, {}

    def fetch(self, names):
        wanted = [name for name in names if name not in self.wheels]
        if not wanted:
            return
        here = self.lock["platform"]
        pins = [f"{name}=={self.lock['wheels'][name]['version']}" for name in wanted]
        tags = [part for tag in here["tags"] for part in ("--platform", tag)]
        command = [pip_python(), "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "--no-input",
                   "--disable-pip-version-check", "--python-version", here["python"], *tags, "-d", str(self.folder), *pins]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            raise SetupError(f"pip could not download {', '.join(pins)}. It says:\n{done.stdout.strip()}\n"
                             f"  Check that pip reaches its package index (`pip download {pins[0]}`), then run again.")
        for name in wanted:
            self.wheels[name] = self.verified(name)

    def verified(self, name):
        key = re.sub(r"[-_.]+", "_", name).lower()
        path = next(p for p in self.folder.glob("*.whl") if re.sub(r"[-_.]+", "_", p.name.split("-")[0]).lower() == key)
        entry, found = self.lock["wheels"][name], sha256(path.read_bytes())
        if self.update:
            entry["sha256"] = found
        check_hash(f"{name} {entry['version']} ({path.name})", entry["sha256"], found)
        return path

    def read(self, name, member, wanted=None):
        with zipfile.ZipFile(self.wheels[name]) as archive:
            data = archive.read(member)
        if wanted is not None:
            check_hash(f"{member} in {name} {self.lock['wheels'][name]['version']}", wanted, sha256(data))
        return data


def check_hash(what, expected, found):
    if expected != found:
        raise SetupError(f"{what} is not what scripts/lock.json pins.\n  expected sha256 {expected}\n  found    sha256 {found}\n"
                         f"  Nothing of it was installed. If you changed a version on purpose, run `scripts/setup COMMAND --update`, review the\n"
                         f"  difference and commit it; if not, the package was published anew or altered: do not go on before you know why.")


def pip_python():
    for candidate in (sys.executable, "/usr/bin/python3"):
        if candidate and subprocess.run([candidate, "-c", "import pip"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return candidate
    raise SetupError("no Python here has pip. On Debian: apt-get install python3-pip")


# --- What is made of them ----------------------------------------------------------------------------------

def write(relative, data):
    path = ROOT / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)  # a running server keeps the file it has open
    made = [relative]
    if path.suffix in COMPRESSED and relative.startswith(".assets/"):
        made.append(relative + ".gz")
        (ROOT / made[-1]).write_bytes(gzip.compress(data, 9, mtime=0))
    return made


def sprite(icons, archive):
    symbols = []
    for name in icons["names"]:
        try:
            svg = archive.read(f"outline/{name}.svg").decode()
        except KeyError:
            raise SetupError(f"Tabler Icons has no outline icon called {name!r}; mend icons.names in scripts/lock.json.") from None
        body = re.sub(r"\s+", " ", svg[svg.index(">") + 1:svg.rindex("</svg>")]).strip()
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
                       f'stroke-linecap="round" stroke-linejoin="round">{body}</symbol>')
    return ('<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>").encode()


def take_files(group, lock, registry):
    wheels = {lock["files"][file]["wheel"] for file in group["files"]}
    registry.fetch(sorted(wheels | ({lock["icons"]["wheel"]} if group.get("icons") else set())))
    made = []
    for file in group["files"]:
        entry = lock["files"][file]
        data = registry.read(entry["wheel"], entry["member"], None if registry.update else entry["sha256"])
        entry["sha256"] = sha256(data)
        made += write(file, data)
    if group.get("icons"):
        icons = lock["icons"]
        inner = zipfile.ZipFile(io.BytesIO(registry.read(icons["wheel"], icons["archive"])))
        made += write(icons["to"], sprite(icons, inner))
    return made


def make_venv(group, lock, registry):
    folder = ROOT / group["venv"]
    registry.fetch(group["wheels"])
    python = shutil.which("python" + lock["platform"]["python"]) or sys.executable
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    wheels = [str(registry.wheels[name]) for name in group["wheels"]]
    done = subprocess.run([str(folder / "bin" / "python"), "-m", "pip", "install", "-q", "--no-index", "--no-deps",
                           "--disable-pip-version-check", *wheels], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"{group['venv']} could not be filled. pip says:\n{done.stdout.strip()}")
    for name in group.get("sources", []):
        install_source(name, lock["sources"][name], folder / "bin" / "python", registry)
    return [group["venv"] + "/bin/python"]


def install_source(name, entry, python, registry):
    """A package that exists only as a source archive. pip runs its build script, so pip itself compares the hash before that."""
    options = ["-q", "--no-deps", "--no-build-isolation", f"--no-binary={name}", "--disable-pip-version-check"]
    if registry.update:
        entry["sha256"] = downloaded_source(name, entry["version"], python, options, registry.folder)
    pin = registry.folder / f"{name}.txt"
    pin.write_text(f"{name}=={entry['version']} --hash=sha256:{entry['sha256']}\n")
    done = subprocess.run([str(python), "-m", "pip", "install", *options, "--require-hashes", "-r", str(pin)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"{name} {entry['version']} could not be installed from source. pip says:\n{done.stdout.strip()[-2000:]}\n"
                         f"  If it names another hash than scripts/lock.json pins ({entry['sha256']}), the archive was published anew or altered:\n"
                         f"  do not go on before you know why.")


def downloaded_source(name, version, python, options, folder):
    subprocess.run([str(python), "-m", "pip", "download", *options, "-d", str(folder), f"{name}=={version}"], check=True)
    return sha256(next(folder.glob(f"{name}-*.tar.gz")).read_bytes())


# --- Stamps: a second run is quick -------------------------------------------------------------------------

def fingerprint(name, lock):
    group = lock["groups"][name]
    wheels = set(group.get("wheels", [])) | {lock["files"][file]["wheel"] for file in group.get("files", [])}
    parts = [FORM, group, lock["platform"], {w: [lock["wheels"][w]["version"], lock["wheels"][w]["sha256"]] for w in sorted(wheels)},
             {name: lock["sources"][name] for name in group.get("sources", [])},
             {file: lock["files"][file] for file in group.get("files", [])}, lock["icons"] if group.get("icons") else None]
    return sha256(json.dumps(parts, sort_keys=True).encode())


def stamp_of(made):
    facts = {relative: (ROOT / relative).stat() for relative in made}
    return {relative: [stat.st_size, stat.st_mtime_ns] for relative, stat in facts.items()}


def is_ready(name, lock):
    try:
        stamp = json.loads((TOOLS / f"{name}.stamp").read_text())
        return stamp["lock"] == fingerprint(name, lock) and stamp["files"] == stamp_of(stamp["files"])
    except (OSError, ValueError, KeyError):
        return False


def prepare(name, lock, registry):
    started = time.monotonic()
    group = lock["groups"][name]
    say(f"{name}: taking {', '.join(group.get('files', group.get('wheels', []))[:3])}{' …' if len(group.get('files', group.get('wheels', []))) > 3 else ''}")
    (TOOLS / f"{name}.stamp").unlink(missing_ok=True)  # interrupted from here on, the next run makes it anew
    made = make_venv(group, lock, registry) if "venv" in group else take_files(group, lock, registry)
    stamp = {"lock": fingerprint(name, lock), "files": stamp_of(made)}
    (TOOLS / f"{name}.stamp").write_text(json.dumps(stamp))
    say(f"{name}: ready in {time.monotonic() - started:.1f} s")


def check_machine(lock):
    machine = platform.machine()
    if sys.platform != "linux" or machine != lock["platform"]["machine"]:
        raise SetupError(f"the pinned engine is for Linux on {lock['platform']['machine']}, and this machine is {sys.platform} on {machine}.\n"
                         "  Take an official libduckdb.so of the same version, name it in YUNCHOU_ENGINE, and build with `swift build -c release`.")


def set_up(command, update):
    lock = json.loads(LOCK.read_text())
    check_machine(lock)
    TOOLS.mkdir(exist_ok=True)
    wanted = lock["commands"][command]["groups"]
    with open(TOOLS / "busy", "w") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)  # two makes at once take turns
        if os.environ.get("YUNCHOU_SKIP_APT") != "1":
            install_debian_packages(sorted({name for part in lock["commands"][command]["apt"] for name in lock["apt"][part]}))
        check_swift(lock["swift"])
        wanted = [name for name in wanted if not is_ready(name, lock)]
        with tempfile.TemporaryDirectory() as folder:
            registry = Registry(lock, folder, update)
            for name in wanted:
                prepare(name, lock, registry)
    if update:
        LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")
        say("scripts/lock.json holds the hashes of what was downloaded: review the difference before you commit it")


def main():
    commands = json.loads(LOCK.read_text())["commands"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", default="run", choices=sorted(commands))
    parser.add_argument("--update", action="store_true", help="write the hashes of what is downloaded into the lock")
    arguments = parser.parse_args()
    try:
        set_up(arguments.command, arguments.update)
    except SetupError as problem:
        print(f"\nsetup stopped: {problem}", file=sys.stderr)
        return 3
    except OSError as problem:
        print(f"\nsetup stopped: {problem}. Check free space and rights of this folder, then run again.", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
