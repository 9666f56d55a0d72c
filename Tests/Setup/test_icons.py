"""Every icon that a page names is in the sprite that set-up makes: a missing one would be an empty square."""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
ICONS = set(json.loads((ROOT / "scripts" / "lock.json").read_text())["icons"]["names"])
USES = [r'\b(?:icon|emptyState)\(\s*"([a-z0-9-]+)"', r'\bicon:\s*"([a-z0-9-]+)"', r'\bicon\([^)"]*\? "([a-z0-9-]+)"',
        r'\bicon\([^)"]*\? "[a-z0-9-]+" : "([a-z0-9-]+)"']


def named_icons():
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        text = path.read_text()
        for pattern in USES:
            yield from ((path.name, name) for name in re.findall(pattern, text))
        for block in re.findall(r"var icon: String \{(.*?)\n    \}", text, re.S):  # a switch that answers with names
            yield from ((path.name, name) for name in re.findall(r'"([a-z0-9-]+)"', block))


def test_pages_name_icons_and_all_of_them_are_in_the_sprite():
    named = list(named_icons())
    assert named, "no icon found in Sources: the pattern of this test no longer fits the code"
    assert [f"{file}: {name}" for file, name in named if name not in ICONS] == []
