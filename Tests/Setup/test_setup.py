"""scripts/setup refuses what the lock does not pin, says how to mend it, and is quick when nothing is missing."""
import importlib.util
import io
import json
import pathlib
import re
import subprocess
import time
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOCK = json.loads((ROOT / "scripts" / "lock.json").read_text())


def load():
    spec = importlib.util.spec_from_file_location("setup_script", ROOT / "scripts" / "setup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def setup(tmp_path, monkeypatch):
    """The script with a folder of its own, one small wheel, and a lock that pins it."""
    module = load()
    wheels, data = tmp_path / "wheels", b"body { color: black }"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "tiny_look-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr("tiny/look.css", data)
    lock = {
        "platform": {"machine": "x86_64", "python": "3.11", "tags": []},
        "groups": {"assets": {"files": [".assets/look.css"]}},
        "wheels": {"tiny-look": {"version": "1.0", "sha256": module.sha256((wheels / "tiny_look-1.0-py3-none-any.whl").read_bytes())}},
        "files": {".assets/look.css": {"wheel": "tiny-look", "member": "tiny/look.css", "sha256": module.sha256(data)}},
    }
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "TOOLS", tmp_path / ".tools")
    (tmp_path / ".tools").mkdir()
    registry = module.Registry(lock, wheels, update=False)
    monkeypatch.setattr(registry, "fetch", lambda names: registry.wheels.update({n: registry.verified(n) for n in names}))
    return module, lock, registry, tmp_path


def test_a_pinned_file_is_taken_and_compressed_beside_itself(setup):
    module, lock, registry, folder = setup
    module.prepare("assets", lock, registry)
    assert (folder / ".assets/look.css").read_bytes() == b"body { color: black }"
    assert module.gzip.decompress((folder / ".assets/look.css.gz").read_bytes()) == b"body { color: black }"
    assert module.is_ready("assets", lock)


def test_an_altered_package_stops_and_names_package_both_hashes_and_remedy(setup):
    module, lock, registry, folder = setup
    pinned = lock["wheels"]["tiny-look"]["sha256"] = "0" * 64
    with pytest.raises(module.SetupError) as problem:
        module.prepare("assets", lock, registry)
    text = str(problem.value)
    assert "tiny-look 1.0" in text and pinned in text and len(set(re.findall(r"[0-9a-f]{64}", text))) == 2 and "--update" in text
    assert not (folder / ".assets").exists()


def test_an_altered_file_inside_a_package_stops_too(setup):
    module, lock, registry, folder = setup
    lock["files"][".assets/look.css"]["sha256"] = "1" * 64
    with pytest.raises(module.SetupError, match="tiny/look.css in tiny-look 1.0"):
        module.prepare("assets", lock, registry)
    assert not (folder / ".assets").exists()


@pytest.mark.parametrize("damage", ["deleted", "edited", "lock changed"])
def test_a_stamp_does_not_hide(setup, damage):
    module, lock, registry, folder = setup
    module.prepare("assets", lock, registry)
    if damage == "deleted":
        (folder / ".assets/look.css").unlink()
    elif damage == "edited":
        (folder / ".assets/look.css").write_bytes(b"body { color: wrong }")
    else:
        lock["wheels"]["tiny-look"]["version"] = "1.1"
    assert not module.is_ready("assets", lock)


def test_what_was_interrupted_is_made_anew(setup, monkeypatch):
    module, lock, registry, _ = setup
    module.prepare("assets", lock, registry)
    monkeypatch.setattr(module, "take_files", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        module.prepare("assets", lock, registry)
    assert not module.is_ready("assets", lock)


def test_update_writes_the_hashes_that_were_found(setup):
    module, lock, registry, _ = setup
    wanted = json.loads(json.dumps(lock))
    lock["wheels"]["tiny-look"]["sha256"] = lock["files"][".assets/look.css"]["sha256"] = ""
    registry.update = True
    module.prepare("assets", lock, registry)
    assert lock == wanted


def test_an_unknown_icon_is_named(setup):
    module, *_ = setup
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    with pytest.raises(module.SetupError, match="no-such-icon"):
        module.sprite({"names": ["no-such-icon"]}, zipfile.ZipFile(empty))


def test_missing_debian_packages_without_root_or_sudo_name_the_command_to_run(setup, monkeypatch):
    module, *_ = setup
    monkeypatch.setattr(module, "missing_packages", lambda names: ["libzip-dev"])
    monkeypatch.setattr(module.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(module.shutil, "which", lambda name: None if name == "sudo" else "/usr/bin/" + name)
    with pytest.raises(module.SetupError, match="apt-get install -y .*libzip-dev"):
        module.install_debian_packages(["libzip-dev"])


def test_an_old_swift_is_refused_with_the_way_to_a_new_one(setup):
    module, *_ = setup
    with pytest.raises(module.SetupError, match=r"Swift 99.0 or newer is needed"):
        module.check_swift("99.0")


def test_every_package_and_file_of_the_lock_is_pinned():
    hashes = [entry["sha256"] for kind in ("wheels", "files") for entry in LOCK[kind].values()]
    assert hashes and all(re.fullmatch(r"[0-9a-f]{64}", each) for each in hashes)
    used = {LOCK["files"][f]["wheel"] for f in LOCK["files"]} | {w for g in LOCK["groups"].values() for w in g.get("wheels", [])}
    assert used | {LOCK["icons"]["wheel"]} == set(LOCK["wheels"])


def test_no_address_of_a_registry_stands_in_the_set_up_files():
    files = [ROOT / "Makefile", ROOT / ".ci" / "run", ROOT / "yunchou", *(ROOT / "scripts").iterdir()]
    assert [str(f) for f in files if f.is_file() and re.search(r"https?://(?!127\.0\.0\.1|localhost|www\.w3\.org/)", f.read_text())] == []


def test_a_second_run_takes_less_than_a_second():
    subprocess.run([ROOT / "scripts" / "setup", "test"], check=True)
    started = time.monotonic()
    done = subprocess.run([ROOT / "scripts" / "setup", "test"], check=True, capture_output=True, text=True)
    assert time.monotonic() - started < 1 and done.stdout == ""
