"""The documents point only at what is there, and a page in one language has its twin in the other."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
DOCUMENTS = [ROOT / name for name in TRACKED if name.endswith(".md") and (ROOT / name).exists()]


def test_every_link_between_documents_leads_somewhere():
    dead = []
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text()):
            if "://" not in target and not (document.parent / target).exists():
                dead.append(f"{document.relative_to(ROOT)}: {target}")
    assert dead == []


def test_every_path_named_in_the_documents_exists():
    named = {(document, path) for document in DOCUMENTS
             for path in re.findall(r"`((?:Sources|Tests|scripts|docs|bench)/[A-Za-z0-9_./+-]+)`", document.read_text())}
    assert named
    assert sorted(f"{d.relative_to(ROOT)}: {path}" for d, path in named if not (ROOT / path).exists()) == []


def test_user_pages_come_in_both_languages():
    assert {p.name for p in (ROOT / "docs/zh").iterdir()} == {p.name for p in (ROOT / "docs/en").iterdir()} != set()


def test_no_third_party_or_large_file_is_part_of_the_repository():
    large = [(name, (ROOT / name).stat().st_size) for name in TRACKED if (ROOT / name).exists() and (ROOT / name).stat().st_size > 400_000]
    assert large == []


def test_no_path_of_a_machine_stands_in_the_repository():
    texts = [ROOT / n for n in TRACKED if n.endswith((".py", ".md", ".swift", ".json", ".sh", ".js")) or "/" not in n]
    mine = f"{ROOT.parent}/"
    assert [str(p.relative_to(ROOT)) for p in texts if p.is_file() and mine in p.read_text(errors="ignore")] == []
